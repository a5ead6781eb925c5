package org.proviso.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.TokenProjection;

/// Which token of a text is nearest to which of a question, for every judged text of every list; and the tokens of
/// texts that are nearest to any.
final class Alignment {

    private final int from;
    /// By list, then by text; for every token of the question a row.
    private final int[][][] rows;
    private final List<FMatrixRMaj> nearest = new ArrayList<>();

    private Alignment(int from, int[][][] rows) {
        this.from = from;
        this.rows = rows;
    }

    /// @param texts the tokens of each in 8 bits a value, dimension by dimension
    /// @param map after which they are compared
    static Alignment of(List<byte[]> texts, List<TokenList> lists, TokenProjection map) {
        byte[][] mapped = texts.parallelStream()
                .map(text -> map.tokens(floats(text, map.from())))
                .toArray(byte[][]::new);
        int[][][] tokens = lists.parallelStream()
                .map(list -> {
                    MaxSim asked = new MaxSim(map.query(list.question()), map.to());
                    return list.texts().stream()
                            .map(text -> asked.nearest(mapped[text]).stream()
                                    .mapToInt(MaxSim.Nearest::token)
                                    .toArray())
                            .toArray(int[][]::new);
                })
                .toArray(int[][][]::new);
        Alignment alignment = new Alignment(map.from(), tokens);
        alignment.number(texts, lists);
        return alignment;
    }

    /// Tokens one after the other, as they were before they were laid out dimension by dimension.
    static float[] floats(byte[] tokens, int dimensions) {
        int count = tokens.length / dimensions;
        float[] floats = new float[tokens.length];
        for (int d = 0; d < dimensions; d++) {
            for (int token = 0; token < count; token++) {
                floats[token * dimensions + d] = tokens[d * count + token];
            }
        }
        return floats;
    }

    /// Makes numbers of tokens rows of all texts' nearest.
    private void number(List<byte[]> texts, List<TokenList> lists) {
        int[][] numbers = texts.stream()
                .map(text ->
                        IntStream.generate(() -> -1).limit(text.length / from).toArray())
                .toArray(int[][]::new);
        List<int[]> found = new ArrayList<>();
        for (int list = 0; list < rows.length; list++) {
            for (int i = 0; i < rows[list].length; i++) {
                int text = lists.get(list).texts().get(i);
                int[] aligned = rows[list][i];
                for (int asked = 0; asked < aligned.length; asked++) {
                    int token = aligned[asked];
                    if (numbers[text][token] < 0) {
                        numbers[text][token] = found.size();
                        found.add(new int[] {text, token});
                    }
                    aligned[asked] = numbers[text][token];
                }
            }
        }
        for (int begin = 0; begin < found.size(); begin += TokenBlock.ROWS) {
            nearest.add(block(texts, found.subList(begin, Math.min(begin + TokenBlock.ROWS, found.size()))));
        }
    }

    private FMatrixRMaj block(List<byte[]> texts, List<int[]> found) {
        FMatrixRMaj block = new FMatrixRMaj(found.size(), from);
        for (int row = 0; row < found.size(); row++) {
            byte[] text = texts.get(found.get(row)[0]);
            int count = text.length / from;
            for (int d = 0; d < from; d++) {
                block.data[row * from + d] = text[d * count + found.get(row)[1]];
            }
        }
        return block;
    }

    /// The tokens of texts that are nearest to any, in blocks of [TokenBlock#ROWS], the last one shorter.
    List<FMatrixRMaj> nearest() {
        return nearest;
    }

    /// The rows of the tokens of a text, by its place in its list, for every token of the question.
    int[] rows(int list, int text) {
        return rows[list][text];
    }
}
