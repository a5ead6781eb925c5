package org.proviso.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.proviso.retrieval.TokenProjection;

/// Learns a map of tokens from graded lists by the listwise softmax, as [ProjectionTraining] does that of vectors: the
/// softmax of the scores by [org.proviso.retrieval.MaxSim] should be as the gains of the grades are to each other.
///
/// Which token is nearest to which is looked at once in some steps, and the gradient goes through these pairs alone.
/// There is no chance in it. `src/docs/retrieval.md` has the experiments behind the figures.
final class TokenProjectionTraining {

    private static final int STEPS = 15;
    private static final int STEPS_WITH_AN_ALIGNMENT = 10;
    private static final double RATE = 2e-3;
    private static final float TEMPERATURE = 0.03f;

    private final int to;
    private final List<TokenList> lists;
    private final Alignment alignment;
    private final List<TokenBlock> texts;
    private final List<TokenBlock> questions;

    /// @param alignment of these lists
    TokenProjectionTraining(List<TokenList> lists, Alignment alignment, int from, int to) {
        this.to = to;
        this.lists = lists;
        this.alignment = alignment;
        texts = alignment.nearest().stream()
                .map(block -> new TokenBlock(block, to))
                .toList();
        questions = lists.stream()
                .map(list -> new TokenBlock(FMatrixRMaj.wrap(list.question().length / from, from, list.question()), to))
                .toList();
    }

    /// @param texts the tokens of each in 8 bits a value, dimension by dimension
    /// @param lists those that teach nothing are passed over
    /// @param start where it begins
    static TokenProjection train(List<byte[]> texts, List<TokenList> lists, TokenProjection start) {
        List<TokenList> teaching =
                lists.stream().filter(list -> list.judged().teaches()).toList();
        float[] matrix = start.matrix();
        if (teaching.isEmpty()) {
            return start;
        }
        AdamW descent = new AdamW(matrix, RATE, 0);
        for (int begin = 0; begin < STEPS; begin += STEPS_WITH_AN_ALIGNMENT) {
            Alignment alignment = Alignment.of(texts, teaching, TokenProjection.of(start.from(), start.to(), matrix));
            TokenProjectionTraining training =
                    new TokenProjectionTraining(teaching, alignment, start.from(), start.to());
            for (int step = begin; step < Math.min(begin + STEPS_WITH_AN_ALIGNMENT, STEPS); step++) {
                descent.step(training.gradient(matrix));
            }
        }
        return TokenProjection.of(start.from(), start.to(), matrix);
    }

    /// The gradient of the loss, the cross entropy between softmax and targets, by the matrix.
    float[] gradient(float[] matrix) {
        FMatrixRMaj map = FMatrixRMaj.wrap(matrix.length / to, to, matrix);
        List<TokenBlock> blocks = new ArrayList<>(texts);
        blocks.addAll(questions);
        blocks.parallelStream().forEach(block -> block.map(map));
        for (int list = 0; list < lists.size(); list++) {
            add(list);
        }
        FMatrixRMaj gradient = new FMatrixRMaj(map.numRows, to);
        // Added in their order, for sums of floating point numbers depend on it.
        blocks.parallelStream()
                .map(TokenBlock::byMatrix)
                .toList()
                .forEach(part -> CommonOps_FDRM.addEquals(gradient, part));
        return gradient.data;
    }

    /// Adds what one list says of the tokens after the map.
    private void add(int number) {
        TokenList list = lists.get(number);
        TokenBlock question = questions.get(number);
        float[] asked = question.unit();
        int count = asked.length / to;
        float[] errors = softmax(number, asked, count);
        float[] targets = list.judged().targets();
        for (int text = 0; text < errors.length; text++) {
            float error = (errors[text] - targets[text]) / TEMPERATURE / lists.size() / count;
            int[] rows = alignment.rows(number, text);
            for (int token = 0; token < count; token++) {
                TokenBlock block = texts.get(rows[token] / TokenBlock.ROWS);
                int place = rows[token] % TokenBlock.ROWS * to;
                addProduct(error, asked, token * to, block.gradient(), place);
                addProduct(error, block.unit(), place, question.gradient(), token * to);
            }
        }
    }

    private void addProduct(float factor, float[] vector, int from, float[] sums, int at) {
        for (int d = 0; d < to; d++) {
            sums[at + d] += factor * vector[from + d];
        }
    }

    private float[] softmax(int number, float[] asked, int count) {
        double[] scores = IntStream.range(0, lists.get(number).texts().size())
                .mapToDouble(text -> score(alignment.rows(number, text), asked, count) / TEMPERATURE)
                .toArray();
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - best);
            sum += scores[i];
        }
        float[] softmax = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            softmax[i] = (float) (scores[i] / sum);
        }
        return softmax;
    }

    /// The mean cosine of the pairs of tokens.
    private double score(int[] rows, float[] asked, int count) {
        double sum = 0;
        for (int token = 0; token < count; token++) {
            float[] unit = texts.get(rows[token] / TokenBlock.ROWS).unit();
            int place = rows[token] % TokenBlock.ROWS * to;
            float cosine = 0;
            for (int d = 0; d < to; d++) {
                cosine += asked[token * to + d] * unit[place + d];
            }
            sum += cosine;
        }
        return sum / count;
    }
}
