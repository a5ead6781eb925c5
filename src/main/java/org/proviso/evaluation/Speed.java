package org.proviso.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// How long reading and verifying took.
///
/// @param preparationMillis to make the verifier ready for the library
/// @param medianMillis for a pair, both sides; the upper of two middle ones
/// @param totalMillis for all pairs
/// @param megabytesPerSecond text verified in a second, a megabyte being a million bytes of UTF-8; 0 if no time
///     passed
public record Speed(double preparationMillis, double medianMillis, double totalMillis, double megabytesPerSecond) {

    static Speed of(long preparationNanos, Collection<PairOutcome> outcomes) {
        long[] nanos = outcomes.stream().mapToLong(PairOutcome::nanos).sorted().toArray();
        long total = outcomes.stream().mapToLong(PairOutcome::nanos).sum();
        long bytes = outcomes.stream().mapToLong(PairOutcome::bytes).sum();
        return new Speed(
                preparationNanos / 1e6,
                nanos.length == 0 ? 0 : nanos[nanos.length / 2] / 1e6,
                total / 1e6,
                total == 0 ? 0 : bytes * 1e3 / total);
    }

    static long bytes(EditPair pair) {
        return pair.original().getBytes(StandardCharsets.UTF_8).length
                + pair.altered().getBytes(StandardCharsets.UTF_8).length;
    }
}
