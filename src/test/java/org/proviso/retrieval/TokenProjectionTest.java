package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenProjectionTest {

    private static final int FROM = 24;
    private static final int TO = 8;

    private final Random random = new Random(5);

    @Test
    void tokensOfATextLieDimensionByDimension() {
        TokenProjection swap = TokenProjection.of(2, 2, new float[] {0, 1, 1, 0});

        byte[] tokens = swap.tokens(new float[] {3, 1, 0, -2, 5, 5});

        assertArrayEquals(new byte[] {42, -127, 127, 127, 0, 127}, tokens);
    }

    @Test
    void tokensOfAQuestionAreOfUnitLength() {
        float[] query = projection().query(vectors(7));

        assertEquals(7 * TO, query.length);
        for (int token = 0; token < 7; token++) {
            double square = 0;
            for (int d = 0; d < TO; d++) {
                square += query[token * TO + d] * query[token * TO + d];
            }
            assertEquals(1, square, 1e-5);
        }
    }

    @Test
    void aTokenIsTheSameInAnyCompany() {
        TokenProjection projection = projection();
        float[] vectors = vectors(5);
        byte[] together = projection.tokens(vectors);

        for (int token = 0; token < 5; token++) {
            byte[] alone = projection.tokens(Arrays.copyOfRange(vectors, token * FROM, (token + 1) * FROM));
            for (int d = 0; d < TO; d++) {
                assertEquals(alone[d], together[d * 5 + token]);
            }
        }
    }

    @Test
    void whatIsMappedToNothingIsNothing() {
        TokenProjection nothing = TokenProjection.of(2, 2, new float[4]);

        assertArrayEquals(new byte[2], nothing.tokens(new float[] {1, 0}));
        assertArrayEquals(new float[2], nothing.query(new float[] {1, 0}));
    }

    @Test
    void anotherMatrixHasAnotherDigest() {
        TokenProjection one = TokenProjection.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});

        assertEquals(one.digest(), TokenProjection.of(2, 3, one.matrix()).digest());
        assertNotEquals(one.digest(), TokenProjection.of(3, 2, one.matrix()).digest());
        assertNotEquals(
                one.digest(),
                TokenProjection.of(2, 3, new float[] {1, 2, 3, 4, 5, 7}).digest());
    }

    @Test
    void whatIsNoMatrixIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TokenProjection.of(2, 2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> TokenProjection.of(0, 2, new float[0]));
        assertThrows(IllegalArgumentException.class, () -> TokenProjection.of(1, 1, new float[] {Float.NaN}));
        assertThrows(IllegalArgumentException.class, () -> TokenProjection.of(1, 1, new float[] {1e4f}));
        assertThrows(IllegalArgumentException.class, () -> projection().tokens(new float[FROM + 1]));
    }

    private TokenProjection projection() {
        return TokenProjection.of(FROM, TO, numbers(FROM * TO));
    }

    private float[] vectors(int count) {
        return numbers(count * FROM);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
