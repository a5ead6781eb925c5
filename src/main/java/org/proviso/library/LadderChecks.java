package org.proviso.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;

/// (family, position, jurisdiction, day) names at most one clause of a contract type; of a clause's own versions in
/// force only the highest counts. A clause that names no contract type serves all of them.
final class LadderChecks {

    private record Rung(Position position, Jurisdiction jurisdiction) {}

    private record Pair(ClauseId one, ClauseId two) {}

    private final Set<Pair> reported = new HashSet<>();

    /// @param families the periods of every family's clauses
    void check(Collection<List<Period>> families) {
        families.stream().filter(family -> family.size() > 1).forEach(this::checkFamily);
    }

    private void checkFamily(List<Period> family) {
        Map<Rung, List<Period>> rungs = new HashMap<>();
        for (Period period : family) {
            for (Jurisdiction jurisdiction : period.loaded().clause().jurisdictions()) {
                rungs.computeIfAbsent(
                                new Rung(period.loaded().clause().position(), jurisdiction), _ -> new ArrayList<>(1))
                        .add(period);
            }
        }
        rungs.values().stream().filter(rung -> rung.size() > 1).forEach(this::checkRung);
    }

    /// Checks what may meet in a contract: of each type, the clauses for it and for every type.
    private void checkRung(List<Period> rung) {
        Set<ContractTypeId> contractTypes = new LinkedHashSet<>();
        rung.forEach(period -> contractTypes.addAll(period.loaded().clause().contracts()));
        if (contractTypes.isEmpty()) {
            checkTogether(rung);
            return;
        }
        List<Period> everywhere = rung.stream()
                .filter(period -> period.loaded().clause().contracts().isEmpty())
                .toList();
        checkTogether(everywhere);
        for (ContractTypeId contractType : contractTypes) {
            checkTogether(rung.stream()
                    .filter(period -> period.loaded().clause().servesContract(contractType))
                    .toList());
        }
    }

    /// Compares each period with the one that ends last of those that start before it, and with the one that ends
    /// last of another clause.
    private void checkTogether(List<Period> rung) {
        if (rung.isEmpty()) {
            return;
        }
        List<Period> sorted = rung.stream().sorted(Period.BY_START).toList();
        Period last = sorted.getFirst();
        Period lastOfAnother = null;
        for (Period period : sorted.subList(1, sorted.size())) {
            Period rival = id(period).equals(id(last)) ? lastOfAnother : last;
            if (rival != null && rival.overlaps(period)) {
                report(rival, period);
            }
            if (period.until() > last.until()) {
                lastOfAnother = id(period).equals(id(last)) ? lastOfAnother : last;
                last = period;
            } else if (!id(period).equals(id(last)) && endsLater(period, lastOfAnother)) {
                lastOfAnother = period;
            }
        }
    }

    private static boolean endsLater(Period period, @Nullable Period other) {
        return other == null || period.until() > other.until();
    }

    private void report(Period one, Period two) {
        if (reported.add(new Pair(id(one), id(two)))) {
            two.loaded()
                    .report(
                            "position",
                            id(two) + " has the same family, position, jurisdiction and days as " + id(one) + ".",
                            "Change one of these, give each its own `contracts`, or retire one clause.");
        }
    }

    private static ClauseId id(Period period) {
        return period.loaded().clause().id();
    }
}
