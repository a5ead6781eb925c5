package org.proviso.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.Projection;

/// Texts whose first numbers say what they are about, and whose others are noise that is louder.
final class ProjectionTrainingTest {

    private static final int DIMENSIONS = 16;
    private static final int TOPICS = 4;

    private final Random random = new Random(7);

    @Test
    void whatWasLearnedHelpsQuestionsThatWereNotSeen() {
        List<float[]> texts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            texts.add(about(i % TOPICS));
        }
        List<GradedList> seen = lists(24);
        List<GradedList> unseen = lists(40);

        Projection learned = ProjectionTraining.train(texts, seen);

        double before = firstIsRight(unseen, texts, Projection.identity(DIMENSIONS));
        double after = firstIsRight(unseen, texts, learned);
        assertTrue(after > before, () -> "before " + before + ", after " + after);
    }

    @Test
    void theSameListsTeachTheSame() {
        List<float[]> texts = List.of(about(0), about(1), about(2));
        List<GradedList> lists = List.of(new GradedList(about(0), List.of(0, 1, 2), List.of(4, 1, 0)));

        assertEquals(ProjectionTraining.train(texts, lists), ProjectionTraining.train(texts, lists));
    }

    @Test
    void listsOfOneGradeTeachNothing() {
        List<float[]> texts = List.of(about(0), about(1));
        List<GradedList> lists = List.of(
                new GradedList(about(0), List.of(0, 1), List.of(0, 0)),
                new GradedList(about(0), List.of(0, 1), List.of(3, 3)),
                new GradedList(about(0), List.of(), List.of()));

        assertEquals(Projection.identity(DIMENSIONS), ProjectionTraining.train(texts, lists));
    }

    /// The gradient by hand against differences of the loss, through the first step: with one weight after the other
    /// moved a little, the loss falls fastest where the step went.
    @Test
    void aStepLowersTheLoss() {
        List<float[]> texts = List.of(about(0), about(1), about(2), about(3));
        List<GradedList> lists = List.of(
                new GradedList(about(0), List.of(0, 1, 2, 3), List.of(4, 1, 0, 0)),
                new GradedList(about(2), List.of(0, 1, 2, 3), List.of(0, 0, 2, 0)));
        ProjectionTraining training = new ProjectionTraining(texts, lists);
        float[] added = new float[DIMENSIONS * DIMENSIONS];
        for (int i = 0; i < added.length; i++) {
            added[i] = (float) random.nextGaussian() / 10;
        }
        float[] gradient = training.gradient(added);

        for (int i = 0; i < added.length; i += 7) {
            float[] higher = added.clone();
            float[] lower = added.clone();
            higher[i] += 1e-2f;
            lower[i] -= 1e-2f;
            double slope = (loss(texts, lists, higher) - loss(texts, lists, lower)) / 2e-2;

            assertEquals(slope, gradient[i], 0.02 * (1 + Math.abs(slope)));
        }
    }

    private static double loss(List<float[]> texts, List<GradedList> lists, float[] added) {
        Projection projection = Projection.of(DIMENSIONS, added);
        double loss = 0;
        for (GradedList list : lists) {
            double[] scores = list.texts().stream()
                    .mapToDouble(text -> cosine(projection, list.question(), texts.get(text)) / 0.05)
                    .toArray();
            double sum = 0;
            for (double score : scores) {
                sum += Math.exp(score);
            }
            for (int i = 0; i < scores.length; i++) {
                loss -= list.targets()[i] * (scores[i] - Math.log(sum)) / lists.size();
            }
        }
        return loss;
    }

    private static double firstIsRight(List<GradedList> lists, List<float[]> texts, Projection projection) {
        int right = 0;
        for (GradedList list : lists) {
            int best = 0;
            for (int i = 1; i < texts.size(); i++) {
                if (cosine(projection, list.question(), texts.get(i))
                        > cosine(projection, list.question(), texts.get(best))) {
                    best = i;
                }
            }
            right += list.grades().get(best) > 0 ? 1 : 0;
        }
        return right / (double) lists.size();
    }

    private static double cosine(Projection projection, float[] question, float[] text) {
        float[] query = projection.query(question);
        double sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum += query[i] * text[i];
        }
        return sum / projection.length(text);
    }

    private List<GradedList> lists(int count) {
        List<GradedList> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Integer> texts = new ArrayList<>();
            List<Integer> grades = new ArrayList<>();
            for (int text = 0; text < 80; text++) {
                texts.add(text);
                grades.add(text % TOPICS == i % TOPICS ? 4 : 0);
            }
            lists.add(new GradedList(about(i % TOPICS), texts, grades));
        }
        return lists;
    }

    private float[] about(int topic) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian() * (i < TOPICS ? 0.3f : 1);
        }
        vector[topic] += 1.5f;
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
