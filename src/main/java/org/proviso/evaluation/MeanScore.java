package org.proviso.evaluation;

import java.util.Arrays;

/// A measure over several queries.
///
/// @param queries how many can be measured by it, at least one
/// @param mean over these
public record MeanScore(int queries, double mean, Interval interval) {

    /// @param values at least one
    static MeanScore of(double[] values) {
        return new MeanScore(values.length, Arrays.stream(values).sum() / values.length, Interval.ofMean(values));
    }
}
