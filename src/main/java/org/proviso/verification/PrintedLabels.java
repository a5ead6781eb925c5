package org.proviso.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.FamilyId;
import org.proviso.document.Block;
import org.proviso.verification.ClauseCover.Match;
import org.proviso.verification.ClauseCover.Unit;

/// The labels that are printed on the clauses of a document and on the headings before them.
final class PrintedLabels {

    private final Map<FamilyId, String> byFamily = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    PrintedLabels(List<Block> blocks, List<Unit> units) {
        for (Unit unit : units) {
            Match match = unit.match();
            if (match != null) {
                for (int at = unit.start(); at <= unit.text(); at++) {
                    counts.merge(blocks.get(at).bareLabel(), 1, Integer::sum);
                }
                byFamily.putIfAbsent(
                        match.form().clause().family(), blocks.get(unit.text()).bareLabel());
            }
        }
    }

    /// The bare label of a family's first clause, empty if it has none; null if the family is not in the
    /// document.
    @Nullable
    String of(FamilyId family) {
        return byFamily.get(family);
    }

    /// How many clauses and headings have a bare label.
    int count(String label) {
        return counts.getOrDefault(label, 0);
    }
}
