package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectionTest {

    private static final int DIMENSIONS = 12;

    @RepeatedTest(20)
    void itsProductIsTheCosineOfTheMappedVectors(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] added = new float[DIMENSIONS * DIMENSIONS];
        for (int i = 0; i < added.length; i++) {
            added[i] = (float) random.nextGaussian() / 5;
        }
        Projection projection = Projection.of(DIMENSIONS, added);
        float[] question = unit(random);
        float[] clause = unit(random);

        double cosine = dot(projection.query(question), clause) / projection.length(clause);

        assertEquals(dot(mapped(question, added), mapped(clause, added)), cosine, 1e-5);
    }

    @Test
    void theIdentityChangesNothing() {
        Random random = new Random(1);
        float[] vector = unit(random);

        assertArrayEquals(vector, Projection.identity(DIMENSIONS).query(vector), 1e-6f);
        assertEquals(1, Projection.identity(DIMENSIONS).length(vector), 1e-6);
    }

    @Test
    void aVectorThatIsMappedToNothingIsNearToNothing() {
        float[] added = new float[DIMENSIONS * DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            added[i * DIMENSIONS + i] = -1;
        }
        Projection nothing = Projection.of(DIMENSIONS, added);
        float[] vector = unit(new Random(1));

        assertTrue(nothing.length(vector) > 0);
        assertEquals(0, dot(nothing.query(vector), vector) / nothing.length(vector), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE})
    void numbersThatNoTrainingGivesAreRefused(float number) {
        float[] added = new float[4];
        added[3] = number;

        assertThrows(IllegalArgumentException.class, () -> Projection.of(2, added));
    }

    @Test
    void aMatrixHasToBeSquare() {
        assertThrows(IllegalArgumentException.class, () -> Projection.of(2, new float[3]));
    }

    private static float[] unit(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return normalised(vector);
    }

    private static float[] mapped(float[] vector, float[] added) {
        float[] mapped = vector.clone();
        for (int row = 0; row < DIMENSIONS; row++) {
            for (int column = 0; column < DIMENSIONS; column++) {
                mapped[column] += vector[row] * added[row * DIMENSIONS + column];
            }
        }
        return normalised(mapped);
    }

    private static float[] normalised(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
