package org.proviso.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Which clause rejected edits were said to come from, by the first deviation that names one.
///
/// @param own the original of the pair
/// @param other another clause
/// @param none no deviation named a clause
/// @param edits all rejected edits, those of unusable originals too
/// @param closer those of them to which an original is closer, by token edit distance, than the clause named
public record NearestCounts(int own, int other, int none, int edits, int closer) {

    static NearestCounts of(Collection<PairOutcome> outcomes) {
        int own = 0;
        int other = 0;
        int none = 0;
        int edits = 0;
        int closer = 0;
        for (PairOutcome outcome : outcomes) {
            edits += outcome.isRejectedEdit() ? 1 : 0;
            closer += outcome.isRejectedEdit() && outcome.closer() ? 1 : 0;
            if (outcome.isRejectedEdit() && outcome.clause() != null) {
                if (outcome.nearest().isEmpty()) {
                    none++;
                } else if (outcome.nearest().get().equals(outcome.clause())) {
                    own++;
                } else {
                    other++;
                }
            }
        }
        return new NearestCounts(own, other, none, edits, closer);
    }

    /// The share that named the pair's own original, 0 to 1; null if nothing was rejected.
    @JsonProperty
    public @Nullable Double accuracy() {
        int all = own + other + none;
        return all == 0 ? null : (double) own / all;
    }

    /// The share of the edits to which nothing is closer than what was named, 0 to 1; null if nothing was rejected.
    @JsonProperty
    public @Nullable Double nearestNamed() {
        return edits == 0 ? null : 1 - (double) closer / edits;
    }
}
