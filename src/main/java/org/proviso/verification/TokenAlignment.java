package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Operation;

/// The cheapest way to turn a clause into a stretch of a document, token by token, in which a slot takes one token for
/// nothing and further ones for little. A replacement costs more than an insertion or a deletion, so that words which
/// stand on both sides are found to be the same.
///
/// Time and memory grow with the product of both lengths; [#MAX_CELLS] bounds it.
final class TokenAlignment {

    /// No pair with a larger product of lengths is aligned.
    static final long MAX_CELLS = 16_000_000;

    private static final int TOKEN = 20;
    private static final int REPLACE = 30;
    private static final int CASE = 6;
    private static final int SPACE = 1;
    private static final int SLOT_TOKEN = 1;

    private static final byte PAIR = 0;
    private static final byte INSERT = 1;
    private static final byte DELETE = 2;

    private final List<Token> approved;
    private final List<Token> found;
    private final String[] foldedApproved;
    private final String[] foldedFound;

    /// By tokens of both sides, the last step of the cheapest way.
    private final byte[][] steps;

    /// A run of tokens that are the same on both sides, or that are not.
    ///
    /// @param approvedFrom the first token of the clause
    /// @param approvedTo the token behind the last
    record Run(Operation operation, int approvedFrom, int approvedTo, int foundFrom, int foundTo) {}

    /// Tokens of the document that stand in a slot.
    ///
    /// @param placeholder the slot's
    record SlotText(String placeholder, int foundFrom, int foundTo) {}

    TokenAlignment(List<Token> approved, List<Token> found) {
        this.approved = approved;
        this.found = found;
        this.foldedApproved = folded(approved);
        this.foldedFound = folded(found);
        this.steps = new byte[approved.size() + 1][found.size() + 1];
        align();
    }

    private static String[] folded(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private void align() {
        int[] before = new int[found.size() + 1];
        int[] row = new int[found.size() + 1];
        for (int j = 1; j <= found.size(); j++) {
            before[j] = j * TOKEN;
            steps[0][j] = INSERT;
        }
        for (int i = 1; i <= approved.size(); i++) {
            row[0] = i * TOKEN;
            steps[i][0] = DELETE;
            for (int j = 1; j <= found.size(); j++) {
                int pair = before[j - 1] + pair(i, j);
                int insert = row[j - 1] + insert(i);
                int delete = before[j] + TOKEN;
                if (pair <= insert && pair <= delete) {
                    row[j] = pair;
                    steps[i][j] = PAIR;
                } else if (insert <= delete) {
                    row[j] = insert;
                    steps[i][j] = INSERT;
                } else {
                    row[j] = delete;
                    steps[i][j] = DELETE;
                }
            }
            int[] swap = before;
            before = row;
            row = swap;
        }
    }

    private int insert(int i) {
        return isSlot(i) ? SLOT_TOKEN : TOKEN;
    }

    private int pair(int i, int j) {
        if (isSlot(i)) {
            return 0;
        }
        Token one = approved.get(i - 1);
        Token other = found.get(j - 1);
        if (one.kind() == Token.Kind.TAMPERED || other.kind() == Token.Kind.TAMPERED) {
            return REPLACE;
        }
        int space = one.spaced() == other.spaced() ? 0 : SPACE;
        if (one.text().equals(other.text())) {
            return space;
        }
        return foldedApproved[i - 1].equals(foldedFound[j - 1]) ? CASE + space : REPLACE;
    }

    private boolean isSlot(int i) {
        return approved.get(i - 1).kind() == Token.Kind.PLACEHOLDER;
    }

    /// Runs that are the same and runs that are not, in turn, in document order.
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int i = approved.size();
        int j = found.size();
        while (i > 0 || j > 0) {
            int approvedTo = i;
            int foundTo = j;
            boolean equal = isEqual(i, j);
            while ((i > 0 || j > 0) && isEqual(i, j) == equal) {
                byte step = steps[i][j];
                i -= step == INSERT ? 0 : 1;
                j -= step == DELETE ? 0 : 1;
            }
            runs.add(new Run(operation(equal, i, approvedTo, j, foundTo), i, approvedTo, j, foundTo));
        }
        return runs.reversed();
    }

    /// What stands in the slots of the clause, in document order.
    List<SlotText> slotTexts() {
        List<SlotText> texts = new ArrayList<>();
        int i = approved.size();
        int j = found.size();
        int end = -1;
        while (i > 0 || j > 0) {
            byte step = steps[i][j];
            boolean slot = i > 0 && isSlot(i) && step != DELETE;
            end = slot && end < 0 ? j : end;
            if (slot && step == PAIR) {
                texts.add(new SlotText(approved.get(i - 1).text(), j - 1, end));
                end = -1;
            }
            i -= step == INSERT ? 0 : 1;
            j -= step == DELETE ? 0 : 1;
        }
        return texts.reversed();
    }

    private static Operation operation(boolean equal, int approvedFrom, int approvedTo, int foundFrom, int foundTo) {
        if (equal) {
            return Operation.EQUAL;
        }
        if (approvedFrom == approvedTo) {
            return Operation.INSERTED;
        }
        return foundFrom == foundTo ? Operation.DELETED : Operation.REPLACED;
    }

    /// Whether the last step up to two tokens changes nothing.
    private boolean isEqual(int i, int j) {
        return switch (steps[i][j]) {
            case PAIR -> isSlot(i) || pair(i, j) == 0;
            case INSERT -> i > 0 && isSlot(i);
            default -> false;
        };
    }
}
