package org.proviso.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Which clause rejected edits were said to come from, by the first deviation that names one.
///
/// @param own the original of the pair
/// @param other another clause
/// @param none no deviation named a clause
public record NearestCounts(int own, int other, int none) {

    static NearestCounts of(Collection<PairOutcome> outcomes) {
        int own = 0;
        int other = 0;
        int none = 0;
        for (PairOutcome outcome : outcomes) {
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
        return new NearestCounts(own, other, none);
    }

    /// The share that named the pair's own original, 0 to 1; null if nothing was rejected.
    @JsonProperty
    public @Nullable Double accuracy() {
        int all = own + other + none;
        return all == 0 ? null : (double) own / all;
    }
}
