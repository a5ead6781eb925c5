package org.proviso.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;

/// Days on which a clause version is the highest one of its id in force.
///
/// @param from the first day, since the epoch
/// @param until the day after the last
record Period(LoadedClause loaded, long from, long until) {

    static final Comparator<Period> BY_START = Comparator.comparingLong(Period::from);

    /// The periods of all versions of one id, apart from each other, earliest first.
    static List<Period> of(List<LoadedClause> versions) {
        List<LoadedClause> approved = versions.stream()
                .filter(loaded -> loaded.clause().status() == Status.APPROVED)
                .toList();
        if (approved.size() == 1) {
            LoadedClause only = approved.getFirst();
            return List.of(new Period(only, from(only), until(only)));
        }
        NavigableMap<Long, List<LoadedClause>> changes = new TreeMap<>();
        for (LoadedClause loaded : approved) {
            changes.computeIfAbsent(from(loaded), _ -> new ArrayList<>()).add(loaded);
            changes.computeIfAbsent(until(loaded), _ -> new ArrayList<>()).add(loaded);
        }
        List<Period> periods = new ArrayList<>();
        TreeSet<LoadedClause> inForce = new TreeSet<>(
                Comparator.comparingInt(loaded -> loaded.clause().versionId().version()));
        changes.forEach((day, changing) -> {
            for (LoadedClause loaded : changing) {
                if (until(loaded) == day) {
                    inForce.remove(loaded);
                } else {
                    inForce.add(loaded);
                }
            }
            Long next = changes.higherKey(day);
            if (next != null && !inForce.isEmpty()) {
                periods.add(new Period(inForce.last(), day, next));
            }
        });
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
