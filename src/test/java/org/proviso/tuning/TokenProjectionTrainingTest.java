package org.proviso.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.TokenProjection;

/// Texts of a token that says what they are about, among others that say nothing, louder.
final class TokenProjectionTrainingTest {

    private static final int FROM = 12;
    private static final int TO = 8;
    private static final int TOPICS = 4;

    private final Random random = new Random(7);

    @Test
    void whatWasLearnedHelpsQuestionsThatWereNotSeen() {
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            texts.add(text(i % TOPICS, 6));
        }
        List<TokenList> seen = lists(40);
        List<TokenList> unseen = lists(40);
        TokenProjection start = start();

        TokenProjection learned = TokenProjectionTraining.train(texts, seen, start);

        double before = rightPairs(unseen, texts, start);
        double after = rightPairs(unseen, texts, learned);
        assertTrue(after > before, () -> "before " + before + ", after " + after);
    }

    @Test
    void theSameListsTeachTheSame() {
        List<byte[]> texts = List.of(text(0, 300), text(1, 300), text(2, 3));
        List<TokenList> lists = List.of(list(0, List.of(0, 1, 2), List.of(4, 1, 0)));

        assertEquals(
                TokenProjectionTraining.train(texts, lists, start()),
                TokenProjectionTraining.train(texts, lists, start()));
    }

    @Test
    void listsOfOneGradeTeachNothing() {
        List<byte[]> texts = List.of(text(0, 3), text(1, 3));
        List<TokenList> lists = List.of(list(0, List.of(0, 1), List.of(0, 0)), list(0, List.of(), List.of()));

        assertEquals(start(), TokenProjectionTraining.train(texts, lists, start()));
    }

    /// The gradient by hand against differences of the loss, with which token is nearest to which left as it was.
    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        List<byte[]> texts = List.of(text(0, 5), text(1, 9), text(2, 400), text(3, 1));
        List<TokenList> lists =
                List.of(list(0, List.of(0, 1, 2, 3), List.of(4, 1, 0, 0)), list(2, List.of(3, 2, 1), List.of(0, 2, 0)));
        TokenProjection map = start();
        Alignment alignment = Alignment.of(texts, lists, map);
        TokenProjectionTraining training = new TokenProjectionTraining(lists, alignment, FROM, TO);
        float[] matrix = map.matrix();
        float[] gradient = training.gradient(matrix).clone();

        for (int i = 0; i < matrix.length; i += 5) {
            float[] higher = matrix.clone();
            float[] lower = matrix.clone();
            higher[i] += 2e-3f;
            lower[i] -= 2e-3f;
            double slope = (loss(texts, lists, map, higher) - loss(texts, lists, map, lower)) / 4e-3;

            assertEquals(slope, gradient[i], 0.02 * (1 + Math.abs(slope)), "weight " + i);
        }
    }

    /// By loops over everything, in double precision.
    private static double loss(List<byte[]> texts, List<TokenList> lists, TokenProjection aligned, float[] matrix) {
        double loss = 0;
        for (TokenList list : lists) {
            MaxSim asked = new MaxSim(aligned.query(list.question()), TO);
            List<Double> scores = new ArrayList<>();
            for (int text : list.texts()) {
                float[] tokens = Alignment.floats(texts.get(text), FROM);
                List<MaxSim.Nearest> nearest = asked.nearest(aligned.tokens(tokens));
                double sum = 0;
                for (int token = 0; token < nearest.size(); token++) {
                    sum += cosine(
                            mapped(list.question(), token, matrix),
                            mapped(tokens, nearest.get(token).token(), matrix));
                }
                scores.add(sum / nearest.size() / 0.03);
            }
            double sum = scores.stream().mapToDouble(Math::exp).sum();
            float[] targets = list.judged().targets();
            for (int i = 0; i < targets.length; i++) {
                loss -= targets[i] * (scores.get(i) - Math.log(sum)) / lists.size();
            }
        }
        return loss;
    }

    private static double[] mapped(float[] tokens, int token, float[] matrix) {
        double[] mapped = new double[TO];
        for (int row = 0; row < FROM; row++) {
            for (int d = 0; d < TO; d++) {
                mapped[d] += (double) tokens[token * FROM + row] * matrix[row * TO + d];
            }
        }
        return mapped;
    }

    private static double cosine(double[] one, double[] other) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int d = 0; d < TO; d++) {
            product += one[d] * other[d];
            square += one[d] * one[d];
            otherSquare += other[d] * other[d];
        }
        return product / Math.sqrt(square * otherSquare);
    }

    /// The share of pairs of a good and a bad text in which the good one is nearer.
    private static double rightPairs(List<TokenList> lists, List<byte[]> texts, TokenProjection map) {
        int right = 0;
        int pairs = 0;
        for (TokenList list : lists) {
            MaxSim asked = new MaxSim(map.query(list.question()), TO);
            double[] scores = texts.stream()
                    .mapToDouble(text -> asked.score(map.tokens(Alignment.floats(text, FROM))))
                    .toArray();
            for (int good = 0; good < scores.length; good++) {
                for (int bad = 0; bad < scores.length; bad++) {
                    if (list.judged().grades().get(good) > 0
                            && list.judged().grades().get(bad) == 0) {
                        pairs++;
                        right += scores[good] > scores[bad] ? 1 : 0;
                    }
                }
            }
        }
        return right / (double) pairs;
    }

    private List<TokenList> lists(int count) {
        List<Integer> all = new ArrayList<>();
        for (int text = 0; text < 80; text++) {
            all.add(text);
        }
        List<TokenList> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int topic = i % TOPICS;
            lists.add(list(
                    topic,
                    all,
                    all.stream().map(text -> text % TOPICS == topic ? 4 : 0).toList()));
        }
        return lists;
    }

    private TokenList list(int topic, List<Integer> texts, List<Integer> grades) {
        return new TokenList(tokens(topic, 3), new GradedList(new float[0], texts, grades));
    }

    private byte[] text(int topic, int tokens) {
        float[] matrix = new float[FROM * FROM];
        for (int i = 0; i < FROM; i++) {
            matrix[i * FROM + i] = 1;
        }
        return TokenProjection.of(FROM, FROM, matrix).tokens(tokens(topic, tokens));
    }

    private float[] tokens(int topic, int count) {
        float[] tokens = new float[count * FROM];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = (float) random.nextGaussian() * (i % FROM < TOPICS ? 0.2f : 1);
        }
        tokens[topic] += 1.5f;
        return tokens;
    }

    private TokenProjection start() {
        Random numbers = new Random(2);
        float[] matrix = new float[FROM * TO];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) numbers.nextGaussian() / 10 + (i / TO == i % TO ? 1 : 0);
        }
        return TokenProjection.of(FROM, TO, matrix);
    }
}
