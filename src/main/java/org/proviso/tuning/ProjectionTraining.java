package org.proviso.tuning;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.proviso.retrieval.Projection;

/// Learns a [Projection] from graded lists by the listwise softmax: the softmax of the cosines should be as the gains
/// of the grades are to each other.
///
/// Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach", ICML 2007. There is no chance in it:
/// the map begins as the identity, and every step sees all lists. `src/docs/retrieval.md` has the experiments behind
/// the figures.
final class ProjectionTraining {

    /// Few, so that what was not judged stays near where it was.
    static final int STEPS = 10;

    private static final double RATE = 1e-3;
    private static final double DECAY = 0.1;
    private static final float TEMPERATURE = 0.05f;

    private final int dimensions;
    private final FMatrixRMaj texts;
    private final FMatrixRMaj questions;
    private final List<GradedList> lists;

    /// @param texts their vectors, of unit length
    /// @param lists those that teach nothing are passed over
    ProjectionTraining(List<float[]> texts, List<GradedList> lists) {
        this.lists = lists.stream().filter(GradedList::teaches).toList();
        this.dimensions = texts.getFirst().length;
        this.texts = matrix(texts);
        this.questions = matrix(this.lists.stream().map(GradedList::question).toList());
    }

    /// @param texts at least one
    static Projection train(List<float[]> texts, List<GradedList> lists) {
        ProjectionTraining training = new ProjectionTraining(texts, lists);
        float[] added = new float[training.dimensions * training.dimensions];
        if (!training.lists.isEmpty()) {
            AdamW descent = new AdamW(added, RATE, DECAY);
            for (int step = 0; step < STEPS; step++) {
                descent.step(training.gradient(added));
            }
        }
        return Projection.of(training.dimensions, added);
    }

    /// The gradient of the loss, the cross entropy between softmax and targets, by A.
    float[] gradient(float[] added) {
        FMatrixRMaj map = FMatrixRMaj.wrap(dimensions, dimensions, added);
        Mapped mappedTexts = Mapped.of(texts, map);
        Mapped mappedQuestions = Mapped.of(questions, map);
        FMatrixRMaj byTexts = new FMatrixRMaj(texts.numRows, dimensions);
        FMatrixRMaj byQuestions = new FMatrixRMaj(questions.numRows, dimensions);
        for (int i = 0; i < lists.size(); i++) {
            add(lists.get(i), i, mappedTexts, mappedQuestions, byTexts, byQuestions);
        }
        mappedTexts.throughTheLength(byTexts);
        mappedQuestions.throughTheLength(byQuestions);
        FMatrixRMaj gradient = new FMatrixRMaj(dimensions, dimensions);
        CommonOps_FDRM.multTransA(texts, byTexts, gradient);
        CommonOps_FDRM.multAddTransA(questions, byQuestions, gradient);
        return gradient.data;
    }

    /// Adds what one list says of the mapped vectors at unit length.
    private void add(
            GradedList list,
            int question,
            Mapped mappedTexts,
            Mapped mappedQuestions,
            FMatrixRMaj byTexts,
            FMatrixRMaj byQuestions) {
        int asked = question * dimensions;
        float[] errors = softmax(list, asked, mappedTexts.unit.data, mappedQuestions.unit.data);
        float[] targets = list.targets();
        for (int i = 0; i < errors.length; i++) {
            float error = (errors[i] - targets[i]) / TEMPERATURE / lists.size();
            int text = list.texts().get(i) * dimensions;
            for (int d = 0; d < dimensions; d++) {
                byTexts.data[text + d] += error * mappedQuestions.unit.data[asked + d];
                byQuestions.data[asked + d] += error * mappedTexts.unit.data[text + d];
            }
        }
    }

    private float[] softmax(GradedList list, int asked, float[] texts, float[] questions) {
        float[] scores = new float[list.texts().size()];
        float best = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            int text = list.texts().get(i) * dimensions;
            float cosine = 0;
            for (int d = 0; d < dimensions; d++) {
                cosine += texts[text + d] * questions[asked + d];
            }
            scores[i] = cosine / TEMPERATURE;
            best = Math.max(best, scores[i]);
        }
        float sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(scores[i] - best);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    private static FMatrixRMaj matrix(List<float[]> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
        FMatrixRMaj matrix = new FMatrixRMaj(rows.size(), columns);
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, matrix.data, row * columns, columns);
        }
        return matrix;
    }

    /// Vectors after the map, one in a row.
    ///
    /// @param unit at unit length
    /// @param lengths before that
    private record Mapped(FMatrixRMaj unit, float[] lengths) {

        static Mapped of(FMatrixRMaj vectors, FMatrixRMaj added) {
            FMatrixRMaj mapped = vectors.copy();
            CommonOps_FDRM.multAdd(vectors, added, mapped);
            float[] lengths = new float[mapped.numRows];
            for (int row = 0; row < lengths.length; row++) {
                int from = row * mapped.numCols;
                float square = 0;
                for (int d = from; d < from + mapped.numCols; d++) {
                    square += mapped.data[d] * mapped.data[d];
                }
                lengths[row] = (float) Math.sqrt(Math.max(square, 1e-12f));
                for (int d = from; d < from + mapped.numCols; d++) {
                    mapped.data[d] /= lengths[row];
                }
            }
            return new Mapped(mapped, lengths);
        }

        /// Makes the gradient by vectors at unit length that by vectors before it, in place.
        void throughTheLength(FMatrixRMaj gradient) {
            for (int row = 0; row < lengths.length; row++) {
                int from = row * gradient.numCols;
                float along = 0;
                for (int d = from; d < from + gradient.numCols; d++) {
                    along += gradient.data[d] * unit.data[d];
                }
                for (int d = from; d < from + gradient.numCols; d++) {
                    gradient.data[d] = (gradient.data[d] - unit.data[d] * along) / lengths[row];
                }
            }
        }
    }
}
