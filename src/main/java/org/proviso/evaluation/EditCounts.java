package org.proviso.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the verifier got right and wrong on a group of pairs.
///
/// @param unusable how many sides could not take part, by reason; an original among them is no clause
/// @param originals usable originals, all of which were verified
/// @param falseRejects those whose verdict was not `verified`
/// @param skipped altered sides that are text of the library, and so no edits
/// @param skippedOwn those of them that are the original of their pair in another format
/// @param skippedRejected those of the skipped whose verdict was not `verified`
/// @param misattributed sides of pairs, verified as another clause than the one whose text they are
/// @param edits altered sides that are other text than the library's
/// @param falseAccepts those whose verdict was not `rejected`
/// @param nearest which clause the rejected edits of usable originals were said to come from
public record EditCounts(
        int pairs,
        SortedMap<String, Integer> unusable,
        int originals,
        int falseRejects,
        int skipped,
        int skippedOwn,
        int skippedRejected,
        int misattributed,
        int edits,
        int falseAccepts,
        NearestCounts nearest) {

    public EditCounts {
        unusable = Collections.unmodifiableSortedMap(new TreeMap<>(unusable));
    }

    static EditCounts of(Collection<PairOutcome> outcomes) {
        return new EditCounts(
                outcomes.size(),
                unusable(outcomes),
                count(outcomes, outcome -> outcome.unusable() == null),
                count(outcomes, PairOutcome::isFalseReject),
                count(outcomes, PairOutcome::inLibrary),
                count(outcomes, PairOutcome::isOwnText),
                count(outcomes, PairOutcome::isSkippedRejected),
                count(outcomes, PairOutcome::isOriginalMisattributed)
                        + count(outcomes, PairOutcome::isAlteredMisattributed),
                count(outcomes, PairOutcome::isEdit),
                count(outcomes, PairOutcome::isFalseAccept),
                NearestCounts.of(outcomes));
    }

    private static SortedMap<String, Integer> unusable(Collection<PairOutcome> outcomes) {
        SortedMap<String, Integer> unusable = new TreeMap<>();
        for (PairOutcome outcome : outcomes) {
            if (outcome.unusable() != null) {
                unusable.merge("original " + outcome.unusable(), 1, Integer::sum);
            }
            if (outcome.altered() == null) {
                unusable.merge("altered side " + Unusable.EMPTY, 1, Integer::sum);
            }
        }
        return unusable;
    }

    private static int count(Collection<PairOutcome> outcomes, Predicate<PairOutcome> which) {
        return Math.toIntExact(outcomes.stream().filter(which).count());
    }
}
