package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Operation;

/// The cheapest way to turn a clause into a stretch of a document, token by token: edit distance with weights, in which
/// a slot takes one token for nothing and further ones for little.
///
/// Time and memory grow with the product of both lengths; [#MAX_CELLS] bounds it.
final class TokenAlignment {

    /// No pair with a larger product of lengths is aligned.
    static final long MAX_CELLS = 4_000_000;

    private static final int INSERT = 20;
    private static final int DELETE = 20;
    private static final int REPLACE = 30;
    private static final int SLOT_TOKEN = 1;

    private final List<Token> approved;
    private final List<Token> found;
    private final int[][] cost;

    TokenAlignment(List<Token> approved, List<Token> found) {
        this.approved = approved;
        this.found = found;
        this.cost = new int[approved.size() + 1][found.size() + 1];
        for (int j = 1; j <= found.size(); j++) {
            cost[0][j] = j * INSERT;
        }
        for (int i = 1; i <= approved.size(); i++) {
            cost[i][0] = i * DELETE;
            for (int j = 1; j <= found.size(); j++) {
                cost[i][j] = Math.min(
                        Math.min(cost[i - 1][j] + DELETE, cost[i][j - 1] + insert(i)),
                        cost[i - 1][j - 1] + replace(i, j));
            }
        }
    }

    static boolean isPossible(List<Token> approved, List<Token> found) {
        return (long) approved.size() * found.size() <= MAX_CELLS;
    }

    /// 1 for the same text down to 0 for nothing shared.
    double similarity() {
        int most = Math.max(approved.size(), found.size()) * Math.max(INSERT, DELETE);
        return Math.max(0, 1 - cost[approved.size()][found.size()] / (double) most);
    }

    /// The runs of equal, inserted, deleted and replaced tokens, in document order.
    List<Difference> differences() {
        List<Step> steps = new ArrayList<>();
        int i = approved.size();
        int j = found.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + replace(i, j)) {
                i--;
                j--;
                steps.add(new Step(replace(i + 1, j + 1) == 0 ? Operation.EQUAL : Operation.REPLACED, i, j));
            } else if (j > 0 && cost[i][j] == cost[i][j - 1] + (i == 0 ? INSERT : insert(i))) {
                j--;
                steps.add(new Step(i > 0 && isSlot(i) ? Operation.EQUAL : Operation.INSERTED, -1, j));
            } else {
                i--;
                steps.add(new Step(Operation.DELETED, i, -1));
            }
        }
        return runs(steps.reversed());
    }

    private record Step(Operation operation, int approved, int found) {}

    private List<Difference> runs(List<Step> steps) {
        List<Difference> runs = new ArrayList<>();
        int place = found.isEmpty() ? 0 : found.getFirst().start();
        for (int from = 0; from < steps.size(); ) {
            int to = from;
            StringBuilder approvedText = new StringBuilder();
            StringBuilder foundText = new StringBuilder();
            int start = -1;
            while (to < steps.size()
                    && steps.get(to).operation() == steps.get(from).operation()) {
                Step step = steps.get(to++);
                if (step.approved() >= 0) {
                    append(approvedText, approved.get(step.approved()));
                }
                if (step.found() >= 0) {
                    append(foundText, found.get(step.found()));
                    start = start < 0 ? found.get(step.found()).start() : start;
                    place = found.get(step.found()).end();
                }
            }
            runs.add(new Difference(
                    steps.get(from).operation(),
                    approvedText.toString(),
                    foundText.toString(),
                    start < 0 ? place : start,
                    place));
            from = to;
        }
        return runs;
    }

    private static void append(StringBuilder text, Token token) {
        if (token.spaced() && !text.isEmpty()) {
            text.append(' ');
        }
        text.append(
                token.kind() == Token.Kind.PLACEHOLDER
                        ? token.text().replace("⟦", "{{").replace("⟧", "}}")
                        : token.text());
    }

    private int insert(int i) {
        return isSlot(i) ? SLOT_TOKEN : INSERT;
    }

    private int replace(int i, int j) {
        return isSlot(i) || approved.get(i - 1).sameAs(found.get(j - 1)) ? 0 : REPLACE;
    }

    private boolean isSlot(int i) {
        return approved.get(i - 1).kind() == Token.Kind.PLACEHOLDER;
    }
}
