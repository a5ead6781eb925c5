package org.proviso.verification;

import java.util.Arrays;

/// The token edit distance from a clause to the beginnings of a stretch of a document, in tenths of a token: what is
/// inserted, deleted or replaced counts 10, another case 2, and what a slot takes beyond its first token 5,
/// so that a short clause with a slot is not near to everything.
///
/// Time grows with the product of both lengths, memory with the clause.
final class EditDistance {

    static final int TOKEN = 10;
    private static final int CASE = 2;
    private static final int SLOT_TOKEN = 5;

    private EditDistance() {}

    /// The distances to the tokens of `document` from `start` to each of `ends`.
    ///
    /// @param ends ascending, behind `start`
    /// @param most once the distance can only be larger for all further ends, they get [Integer#MAX_VALUE]
    static int[] to(CodedText clause, CodedText document, int start, int[] ends, int most) {
        int length = clause.length();
        int[] column = new int[length + 1];
        for (int i = 1; i <= length; i++) {
            column[i] = i * TOKEN;
        }
        int[] distances = new int[ends.length];
        Arrays.fill(distances, Integer.MAX_VALUE);
        int next = 0;
        for (int j = start; j < ends[ends.length - 1]; j++) {
            if (advance(clause, document.exact()[j], document.folded()[j], column) > most) {
                return distances;
            }
            if (j + 1 == ends[next]) {
                distances[next++] = column[length];
            }
        }
        return distances;
    }

    /// Takes one more token of the document, and returns the least distance to any beginning of the clause.
    private static int advance(CodedText clause, int exact, int folded, int[] column) {
        int[] clauseExact = clause.exact();
        int[] clauseFolded = clause.folded();
        int diagonal = column[0];
        int above = diagonal + TOKEN;
        column[0] = above;
        int least = above;
        for (int i = 1; i < column.length; i++) {
            int before = column[i];
            int code = clauseExact[i - 1];
            int value;
            if (code == CodedText.SLOT) {
                value = Math.min(diagonal, before + SLOT_TOKEN);
            } else {
                int pair = code == exact ? 0 : clauseFolded[i - 1] == folded ? CASE : TOKEN;
                value = Math.min(diagonal + pair, before + TOKEN);
            }
            value = Math.min(value, above + TOKEN);
            column[i] = value;
            diagonal = before;
            above = value;
            least = Math.min(least, value);
        }
        return least;
    }
}
