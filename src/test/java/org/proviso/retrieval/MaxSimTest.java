package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.MaxSim.Nearest;

final class MaxSimTest {

    private static final int DIMENSIONS = 16;

    @Test
    void theScoreIsTheMeanOfTheGreatestCosines() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            float[] question = vectors(1 + random.nextInt(9), random);
            float[] text = vectors(1 + random.nextInt(40), random);
            TokenProjection same = identity();
            MaxSim asked = new MaxSim(same.query(question), DIMENSIONS);

            double score = asked.score(same.tokens(text));

            assertEquals(naive(question, text), score, 0.01, "seed " + seed);
            List<Nearest> nearest = asked.nearest(same.tokens(text));
            assertEquals(
                    score,
                    nearest.stream().mapToDouble(Nearest::cosine).average().orElseThrow(),
                    1e-6);
        }
    }

    @Test
    void aTextHasTheSameScoreAmongOthersAndWhereverItStands() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            TokenProjection same = identity();
            MaxSim asked = new MaxSim(same.query(vectors(5, random)), DIMENSIONS);
            List<byte[]> texts = IntStream.range(0, 60)
                    .mapToObj(i -> same.tokens(vectors(i % 20 == 7 ? 300 : random.nextInt(40), random)))
                    .toList();
            Map<Integer, Double> scores = new HashMap<>();

            try (MaxSim.Batch<Integer> batch = asked.new Batch<>(scores::put)) {
                for (int i = 0; i < texts.size(); i++) {
                    byte[] text = texts.get(i);
                    byte[] within = new byte[text.length + 10];
                    System.arraycopy(text, 0, within, 7, text.length);
                    batch.add(i, within, 7, text.length);
                }
            }

            for (int i = 0; i < texts.size(); i++) {
                assertEquals(asked.score(texts.get(i)), scores.get(i), "seed " + seed);
            }
        }
    }

    @Test
    void ofEquallyNearTokensTheFirstCounts() {
        TokenProjection same = TokenProjection.of(2, 2, new float[] {1, 0, 0, 1});
        MaxSim asked = new MaxSim(same.query(new float[] {1, 0, 0, 1}), 2);

        List<Nearest> nearest = asked.nearest(same.tokens(new float[] {0, 1, 1, 0, 2, 0, 0, 3}));

        assertEquals(List.of(new Nearest(1, 1), new Nearest(0, 1)), nearest);
    }

    @Test
    void aTextWithoutTokensIsAsFarAsCanBe() {
        assertEquals(-1, new MaxSim(new float[] {1, 0}, 2).score(new byte[0]));
    }

    @Test
    void aQuestionHasAToken() {
        assertThrows(IllegalArgumentException.class, () -> new MaxSim(new float[0], 2));
        assertThrows(IllegalArgumentException.class, () -> new MaxSim(new float[3], 2));
    }

    private static double naive(float[] question, float[] text) {
        double sum = 0;
        for (int asked = 0; asked < question.length; asked += DIMENSIONS) {
            double greatest = -1;
            for (int token = 0; token < text.length; token += DIMENSIONS) {
                double product = product(question, asked, text, token);
                greatest = Math.max(
                        greatest,
                        product
                                / Math.sqrt(
                                        product(question, asked, question, asked) * product(text, token, text, token)));
            }
            sum += greatest;
        }
        return sum / (question.length / DIMENSIONS);
    }

    private static double product(float[] one, int from, float[] other, int begin) {
        double product = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            product += (double) one[from + d] * other[begin + d];
        }
        return product;
    }

    private static TokenProjection identity() {
        float[] matrix = new float[DIMENSIONS * DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            matrix[i * DIMENSIONS + i] = 1;
        }
        return TokenProjection.of(DIMENSIONS, DIMENSIONS, matrix);
    }

    private static float[] vectors(int count, Random random) {
        float[] vectors = new float[count * DIMENSIONS];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextGaussian();
        }
        return vectors;
    }
}
