package org.proviso.verification;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Deviation.Kind;

/// Whether a clause version may be used on a day and for a jurisdiction, and which of several with the same text
/// is meant.
final class Usability {

    private final LibrarySnapshot library;
    private final LocalDate asOf;
    private final @Nullable ContractType contractType;
    private final Set<FamilyId> families;
    private final @Nullable Jurisdiction jurisdiction;

    Usability(
            LibrarySnapshot library,
            LocalDate asOf,
            @Nullable ContractType contractType,
            @Nullable Jurisdiction jurisdiction) {
        this.library = library;
        this.asOf = asOf;
        this.contractType = contractType;
        this.families =
                contractType == null ? Set.of() : contractType.families().collect(Collectors.toUnmodifiableSet());
        this.jurisdiction = jurisdiction;
    }

    /// Why a clause version may not be used; null if it may.
    @Nullable
    Kind refusal(ClauseVersion clause) {
        if (clause.status() == Status.RETIRED) {
            return Kind.RETIRED;
        }
        if (library.successor(clause, asOf).isPresent()) {
            return Kind.SUPERSEDED;
        }
        if (clause.isValid(asOf)) {
            return jurisdiction == null || clause.fits(jurisdiction) ? null : Kind.WRONG_JURISDICTION;
        }
        LocalDate from = clause.validity().from();
        return from != null && asOf.isBefore(from) ? Kind.NOT_YET_VALID : Kind.EXPIRED;
    }

    /// The order among clause versions with the same text: those that serve the contract type first, then
    /// those for the very jurisdiction.
    int rank(ClauseVersion clause) {
        boolean serves =
                contractType != null && families.contains(clause.family()) && clause.servesContract(contractType.id());
        boolean specific = jurisdiction != null && clause.jurisdictions().contains(jurisdiction);
        return (serves ? 0 : 2) + (specific ? 0 : 1);
    }
}
