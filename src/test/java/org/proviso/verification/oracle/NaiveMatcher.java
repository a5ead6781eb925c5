package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.document.Token.Kind;

/// "Match" and "what a slot holds" of the rule, by plain backtracking.
final class NaiveMatcher {

    private final SlotFormat format;
    private final Map<String, SlotValue> expected;

    NaiveMatcher(SlotFormat format, Map<String, SlotValue> expected) {
        this.format = format;
        this.expected = expected;
    }

    /// What the slots hold if the blocks from `from` on are the candidate, else null.
    @Nullable
    List<Bound> match(Candidate candidate, List<Block> document, int from) {
        List<Block> form = candidate.blocks();
        if (from + form.size() > document.size()) {
            return null;
        }
        List<Bound> all = new ArrayList<>();
        List<String> approvedLabels = new ArrayList<>();
        List<String> foundLabels = new ArrayList<>();
        for (int i = 0; i < form.size(); i++) {
            Block approved = form.get(i);
            Block found = document.get(from + i);
            boolean labelIsText =
                    isSlot(approved.tokens().getFirst()) && found.label().matches("[A-Za-z]+\\.");
            if (i > 0 && approved.labelled() != (found.labelled() && !labelIsText)) {
                return null;
            }
            if (i > 0 && approved.labelled()) {
                approvedLabels.add(approved.label());
                foundLabels.add(found.label());
            }
            if (i > 0 && Math.max(approved.item(), 0) != Math.max(found.item() - from, 0)) {
                return null;
            }
            List<Token> tokens = labelIsText ? withLabel(found) : found.tokens();
            List<Bound> bound = match(candidate, approved.tokens(), tokens);
            if (bound == null) {
                return null;
            }
            all.addAll(bound);
        }
        return NaiveLabels.say(approvedLabels, foundLabels) ? all : null;
    }

    private @Nullable List<Bound> match(Candidate candidate, List<Token> form, List<Token> text) {
        if (form.isEmpty()) {
            return text.isEmpty() ? List.of() : null;
        }
        if (text.isEmpty()) {
            return null;
        }
        Token first = form.getFirst();
        if (!isSlot(first)) {
            return first.sameAs(text.getFirst())
                    ? match(candidate, form.subList(1, form.size()), text.subList(1, text.size()))
                    : null;
        }
        if (first.spaced() != text.getFirst().spaced()) {
            return null;
        }
        Slot slot = slot(candidate, first);
        for (int length : lengths(slot, text)) {
            Bound bound = read(slot, text.subList(0, length));
            if (bound != null) {
                List<Bound> rest = match(candidate, form.subList(1, form.size()), text.subList(length, text.size()));
                if (rest != null) {
                    List<Bound> bounds = new ArrayList<>(List.of(bound));
                    bounds.addAll(rest);
                    return bounds;
                }
            }
        }
        return null;
    }

    /// The expected value first, then the fewest tokens.
    private Set<Integer> lengths(Slot slot, List<Token> text) {
        Set<Integer> lengths = new LinkedHashSet<>();
        SlotValue value = expected.get(slot.name());
        for (int length = 1; length <= text.size() && value != null; length++) {
            if (written(text.subList(0, length)).equals(format.print(slot, value))) {
                lengths.add(length);
            }
        }
        for (int length = 1; length <= text.size(); length++) {
            lengths.add(length);
        }
        return lengths;
    }

    private @Nullable Bound read(Slot slot, List<Token> tokens) {
        String written = written(tokens);
        if (written.equals(Placeholder.of(slot.name()))) {
            return new Bound(slot.name(), null);
        }
        boolean clean =
                tokens.stream().noneMatch(token -> token.kind() == Kind.TAMPERED || token.kind() == Kind.PLACEHOLDER);
        return clean && format.parse(slot, written) instanceof Accepted(SlotValue value)
                ? new Bound(slot.name(), value)
                : null;
    }

    static String written(List<Token> tokens) {
        StringBuilder written = new StringBuilder();
        for (Token token : tokens) {
            written.append(token.spaced() && !written.isEmpty() ? " " : "").append(token.text());
        }
        return written.toString();
    }

    private static boolean isSlot(Token token) {
        return token.kind() == Kind.PLACEHOLDER;
    }

    private static Slot slot(Candidate candidate, Token placeholder) {
        String name = placeholder.text().substring(1, placeholder.text().length() - 1);
        Slot slot = candidate.clause().slot(name);
        if (slot == null) {
            throw new IllegalStateException(candidate.clause().versionId() + " has no slot " + name);
        }
        return slot;
    }

    /// The block with its label as its first token or tokens.
    private static List<Token> withLabel(Block block) {
        List<Token> tokens = new ArrayList<>();
        String label = block.label();
        int word = 0;
        for (int i = 0; i <= label.length(); i++) {
            if (i == label.length() || !Character.isLetterOrDigit(label.charAt(i))) {
                if (word < i) {
                    tokens.add(new Token(label.substring(word, i), false, Kind.WORD, 0, 0));
                }
                if (i < label.length()) {
                    tokens.add(new Token(label.substring(i, i + 1), false, Kind.MARK, 0, 0));
                }
                word = i + 1;
            }
        }
        Token first = block.tokens().getFirst();
        tokens.add(new Token(first.text(), true, first.kind(), first.start(), first.end()));
        tokens.addAll(block.tokens().subList(1, block.tokens().size()));
        return tokens;
    }
}
