package org.proviso.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.Condition;
import org.proviso.library.ContractType;

/// What a recipe asks of the clauses that a document was covered by.
///
/// @param missing required families that are not there; what depends on a condition is required once that is
///   known to hold
/// @param repeated families that stand there more than once
/// @param unexpected families that the recipe does not know
/// @param outOfOrder families that stand after one that the recipe puts behind them
public record Completeness(
        ContractTypeId contractType,
        List<FamilyId> missing,
        List<FamilyId> repeated,
        List<FamilyId> unexpected,
        List<FamilyId> outOfOrder) {

    public Completeness {
        missing = List.copyOf(missing);
        repeated = List.copyOf(repeated);
        unexpected = List.copyOf(unexpected);
        outOfOrder = List.copyOf(outOfOrder);
    }

    /// Whether families and order are as the recipe has them.
    public boolean holds() {
        return missing.isEmpty() && repeated.isEmpty() && unexpected.isEmpty() && outOfOrder.isEmpty();
    }

    /// @param law the law of the contract, or null if it is not known
    /// @param answers the values that the request gave, written, by slot name
    static Completeness of(
            ContractType contractType, List<FamilyId> found, @Nullable Jurisdiction law, Map<String, String> answers) {
        List<FamilyId> order = contractType.families().toList();
        Set<FamilyId> seen = new LinkedHashSet<>();
        Set<FamilyId> repeated = new LinkedHashSet<>();
        Set<FamilyId> unexpected = new LinkedHashSet<>();
        List<FamilyId> outOfOrder = new ArrayList<>();
        int furthest = -1;
        for (FamilyId family : found) {
            int place = order.indexOf(family);
            if (place < 0) {
                unexpected.add(family);
            } else if (!seen.add(family)) {
                repeated.add(family);
            } else if (place < furthest) {
                outOfOrder.add(family);
            }
            furthest = Math.max(furthest, place);
        }
        List<FamilyId> missing = contractType
                .items()
                .filter(item -> !item.optional()
                        && item.when().state(law, answers) == Condition.State.HOLDS
                        && !seen.contains(item.family()))
                .map(ContractType.Item::family)
                .toList();
        return new Completeness(contractType.id(), missing, List.copyOf(repeated), List.copyOf(unexpected), outOfOrder);
    }
}
