package org.proviso.library;

import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;

/// What `library.yaml` says.
///
/// @param language the language of the clauses, an ISO 639 code
/// @param locale how dates are printed
/// @param defaultJurisdiction the one that is meant when a request names none
public record LibrarySettings(
        String id, String name, String language, ContractLocale locale, Jurisdiction defaultJurisdiction) {}
