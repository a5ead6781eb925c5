package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final double[] VALUES =
            new Random(7).doubles(57).map(value -> value * value).toArray();

    @Test
    void theSameValuesGiveTheSameInterval() {
        assertEquals(Interval.ofMean(VALUES), Interval.ofMean(VALUES.clone()));
    }

    @Test
    void otherValuesGiveAnother() {
        double[] others = VALUES.clone();
        others[0] = 1;

        assertNotEquals(Interval.ofMean(VALUES), Interval.ofMean(others));
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        assertEquals(new Interval(0.5, 0.5), Interval.ofMean(new double[] {0.5, 0.5, 0.5}));
        assertEquals(new Interval(1, 1), Interval.ofMean(new double[] {1}));
    }

    /// The mean of 400 tosses of a coin has the standard deviation 0.025.
    @Test
    void itIsAsWideAsTheNormalOneWhereThatHolds() {
        double[] tosses = new double[400];
        Arrays.fill(tosses, 0, 200, 1);

        Interval interval = Interval.ofMean(tosses);

        assertEquals(0.5 - 1.96 * 0.025, interval.low(), 0.003);
        assertEquals(0.5 + 1.96 * 0.025, interval.high(), 0.003);
    }
}
