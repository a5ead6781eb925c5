package org.proviso.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;

/// Days on which a clause version is in force.
///
/// @param from the first day, since the epoch
/// @param until the day after the last
record Period(LoadedClause loaded, long from, long until) {

    static final Comparator<Period> BY_START = Comparator.comparingLong(Period::from);

    private static final Comparator<LoadedClause> HIGHEST_FIRST = Comparator.comparing(
                    (LoadedClause loaded) -> loaded.clause().versionId())
            .reversed();

    /// The periods of all versions of one id, apart from each other, the highest version first.
    static List<Period> of(List<LoadedClause> versions) {
        List<LoadedClause> highestFirst = versions.stream()
                .filter(loaded -> loaded.clause().status() != Status.DRAFT)
                .sorted(HIGHEST_FIRST)
                .toList();
        List<Period> periods = new ArrayList<>();
        long superseded = Long.MAX_VALUE;
        for (LoadedClause loaded : highestFirst) {
            Period period = new Period(loaded, from(loaded), Math.min(until(loaded), superseded));
            if (loaded.clause().status() == Status.APPROVED && period.from < period.until) {
                periods.add(period);
            }
            superseded = Math.min(superseded, from(loaded));
        }
        return periods;
    }

    boolean overlaps(Period other) {
        return from < other.until && other.from < until;
    }

    private static long from(LoadedClause loaded) {
        Validity validity = loaded.clause().validity();
        return validity.from() == null ? Long.MIN_VALUE : validity.from().toEpochDay();
    }

    private static long until(LoadedClause loaded) {
        Validity validity = loaded.clause().validity();
        return validity.until() == null ? Long.MAX_VALUE : validity.until().toEpochDay();
    }
}
