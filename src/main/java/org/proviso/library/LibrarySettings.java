package org.proviso.library;

import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;

/// What `library.yaml` says.
///
/// @param language the language of the clauses, an ISO 639 code
/// @param locale how dates are printed
/// @param defaultJurisdiction the one that is meant when a request names none
/// @param lint how the library wants to be reviewed; no part of the root
public record LibrarySettings(
        String id,
        String name,
        String language,
        ContractLocale locale,
        Jurisdiction defaultJurisdiction,
        LintSettings lint) {

    /// Settings that say nothing of lint.
    public LibrarySettings(
            String id, String name, String language, ContractLocale locale, Jurisdiction defaultJurisdiction) {
        this(id, name, language, locale, defaultJurisdiction, LintSettings.DEFAULT);
    }
}
