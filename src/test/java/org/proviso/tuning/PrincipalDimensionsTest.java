package org.proviso.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.TokenProjection;

final class PrincipalDimensionsTest {

    private static final int FROM = 10;
    private static final int TO = 3;

    /// Tokens that lie in three directions, but for a little noise.
    @Test
    void productsStayAsTheyWere() {
        Random random = new Random(4);
        float[] tokens = new float[200 * FROM];
        float[][] directions = new float[TO][FROM];
        for (float[] direction : directions) {
            for (int d = 0; d < FROM; d++) {
                direction[d] = (float) random.nextGaussian();
            }
        }
        for (int token = 0; token < 200; token++) {
            for (float[] direction : directions) {
                float factor = (float) random.nextGaussian();
                for (int d = 0; d < FROM; d++) {
                    tokens[token * FROM + d] += factor * direction[d] + (float) random.nextGaussian() / 100;
                }
            }
        }

        TokenProjection map = PrincipalDimensions.of(List.of(tokens), FROM, TO);

        float[] mapped = map.query(tokens);
        for (int token = 1; token < 200; token++) {
            assertEquals(cosine(tokens, token, FROM), cosine(mapped, token, TO), 0.05);
        }
        assertEquals(map, PrincipalDimensions.of(List.of(tokens), FROM, TO));
        assertTrue(map.from() == FROM && map.to() == TO);
    }

    /// Of the first token and another.
    private static double cosine(float[] tokens, int other, int dimensions) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int d = 0; d < dimensions; d++) {
            float one = tokens[d];
            float its = tokens[other * dimensions + d];
            product += one * its;
            square += one * one;
            otherSquare += its * its;
        }
        return product / Math.sqrt(square * otherSquare);
    }
}
