package org.proviso.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Where a mean may lie if other queries of the same kind had been asked.
public record Interval(double low, double high) {

    static final int RESAMPLES = 10_000;

    /// Any fixed number makes runs the same.
    private static final long SEED = 20_260_101L;

    /// The interval with a confidence of 95 %.
    ///
    /// @param values at least one
    static Interval ofMean(double[] values) {
        return ofMean(values, 0.95);
    }

    /// The percentile interval of the bootstrap: the mean of as many values, drawn from these with replacement,
    /// again and again. Equal values in equal order give the same interval.
    ///
    /// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
    ///
    /// @param values at least one
    /// @param confidence above 0 and below 1
    public static Interval ofMean(double[] values, double confidence) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        int below = (int) ((1 - confidence) / 2 * RESAMPLES);
        return new Interval(means[below], means[RESAMPLES - 1 - below]);
    }
}
