package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedVectorTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 384, 1024})
    void cosinesAreThoseOfTheFloatsButForRounding(int dimensions) {
        Random random = new Random(dimensions);
        for (int i = 0; i < 200; i++) {
            float[] one = vector(random, dimensions);
            float[] other = vector(random, dimensions);
            double exact = 0;
            for (int at = 0; at < dimensions; at++) {
                exact += (double) one[at] * other[at];
            }

            double cosine = QuantizedVector.of(one).cosine(QuantizedVector.of(other));

            assertEquals(exact, cosine, 0.012, "vector " + i);
        }
    }

    @Test
    void largestValuesOfEitherSignAreKept() {
        assertArrayEquals(
                new byte[] {127, -127, 64, 0},
                QuantizedVector.of(new float[] {0.5f, -0.5f, 0.25f, 0}).values());
    }

    @Test
    void lengthsDoNotMatter() {
        QuantizedVector one = QuantizedVector.of(new float[] {3, -1, 2});
        QuantizedVector other = QuantizedVector.of(new float[] {1, 2, 2});

        assertEquals(
                one.cosine(other), QuantizedVector.of(new float[] {6, -2, 4}).cosine(other));
    }

    @Test
    void storedValuesMakeTheSameVector() {
        Random random = new Random(1);
        QuantizedVector vector = QuantizedVector.of(vector(random, 384));
        QuantizedVector other = QuantizedVector.of(vector(random, 384));

        QuantizedVector read = QuantizedVector.of(vector.values());

        assertEquals(vector.cosine(other), read.cosine(other));
        assertEquals(1, read.cosine(vector), 1e-12);
        assertTrue(read.cosine(vector) <= 1);
    }

    private static float[] vector(Random random, int dimensions) {
        double[] values = random.doubles(dimensions, -1, 1).toArray();
        double square = 0;
        for (double value : values) {
            square += value * value;
        }
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (values[i] / Math.sqrt(square));
        }
        return vector;
    }
}
