package org.proviso.evaluation;

import java.util.Collection;

/// How long searches took, the embedding of the query included.
///
/// @param medianMillis what half of them took at most
/// @param p99Millis what 99 of 100 took at most
public record SearchTimes(double medianMillis, double p99Millis) {

    /// @param rankings at least one
    static SearchTimes of(Collection<Ranking> rankings) {
        long[] nanos = rankings.stream().mapToLong(Ranking::nanos).sorted().toArray();
        return new SearchTimes(millis(nanos, 50), millis(nanos, 99));
    }

    private static double millis(long[] sorted, int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
    }
}
