package org.proviso.retrieval;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.library.LibrarySnapshot;

/// Which clause versions a search may return; what is null does not restrict.
///
/// @param asOf only the highest version of a clause that is in force on this day
/// @param jurisdiction only clauses for it or for any
/// @param contractType only clauses that name it, or name no contract type while its recipe names their family
/// @param position only this place in the negotiation ladder
/// @param category only this category, in any case
/// @param among only these clause versions; those that the library does not have are none
public record ClauseFilter(
        LocalDate asOf,
        @Nullable Jurisdiction jurisdiction,
        @Nullable ContractTypeId contractType,
        @Nullable Position position,
        @Nullable String category,
        @Nullable Set<ClauseVersionId> among) {

    public ClauseFilter {
        among = among == null ? null : Set.copyOf(among);
    }

    /// A filter by what clauses say of themselves, whichever they are.
    public ClauseFilter(
            LocalDate asOf,
            @Nullable Jurisdiction jurisdiction,
            @Nullable ContractTypeId contractType,
            @Nullable Position position,
            @Nullable String category) {
        this(asOf, jurisdiction, contractType, position, category, null);
    }

    /// Everything that is in force on a day.
    public static ClauseFilter asOf(LocalDate day) {
        return new ClauseFilter(day, null, null, null, null);
    }

    /// The same filter for these clause versions alone.
    public ClauseFilter among(Set<ClauseVersionId> clauses) {
        return new ClauseFilter(asOf, jurisdiction, contractType, position, category, clauses);
    }

    /// Whether a clause version passes. This is what the filter means; an index may compute it otherwise, but never
    /// differently.
    public boolean accepts(ClauseVersion clause, LibrarySnapshot snapshot) {
        return (among == null || among.contains(clause.versionId()))
                && (jurisdiction == null || clause.fits(jurisdiction))
                && (position == null || clause.position().equals(position))
                && (category == null || categoryKey(clause.category()).equals(categoryKey(category)))
                && (contractType == null
                        || Applicability.contractTypes(clause, snapshot).contains(contractType))
                && Applicability.inForce(clause, snapshot, asOf);
    }

    /// The form under which categories are equal.
    public static String categoryKey(String category) {
        return category.strip().toLowerCase(Locale.ROOT);
    }
}
