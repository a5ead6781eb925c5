package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.Token;
import org.proviso.verification.Form.GappedBlock;

/// Decides whether a block of a document is a block of a clause, token for token, and what its slots hold.
///
/// Where the literal text leaves a choice, a slot takes the expected value if that stands there, else the fewest
/// tokens that its grammar accepts.
final class PatternMatcher {

    private final SlotFormat format;
    private final Map<String, SlotValue> expected;
    private final boolean anyText;

    private PatternMatcher(SlotFormat format, Map<String, SlotValue> expected, boolean anyText) {
        this.format = format;
        this.expected = expected;
        this.anyText = anyText;
    }

    static PatternMatcher exact(SlotFormat format, Map<String, SlotValue> expected) {
        return new PatternMatcher(format, expected, false);
    }

    /// A matcher whose slots take any text, to explain which slot was violated; it decides nothing.
    static PatternMatcher ignoringGrammars(SlotFormat format) {
        return new PatternMatcher(format, Map.of(), true);
    }

    /// What the slots of `approved` hold, in order; empty if a single token differs.
    ///
    /// @param codes the codes of `tokens`
    Optional<List<Binding>> match(GappedBlock approved, List<Token> tokens, int[] codes) {
        int slots = approved.slots().size();
        if (codes.length > approved.elements().length + slots * (BlockAutomaton.MAX_GAP - 1)) {
            return Optional.empty();
        }
        BlockMatch match = new BlockMatch(approved, tokens, codes);
        return match.rest(0, 0, 0) ? Optional.of(match.bindings()) : Optional.empty();
    }

    /// The search for the ends of the slots. What was found for a slot at a token is remembered, so that nothing
    /// is tried twice.
    private final class BlockMatch {

        private static final int UNDECIDED = 0;
        private static final int FAILED = -1;

        private final int[] elements;
        private final List<Slot> slots;
        private final List<Token> tokens;
        private final int[] codes;

        /// By slot and token where it begins: where it ends, [#FAILED] or [#UNDECIDED].
        private final int[][] ends;

        BlockMatch(GappedBlock approved, List<Token> tokens, int[] codes) {
            this.elements = approved.elements();
            this.slots = approved.slots();
            this.tokens = tokens;
            this.codes = codes;
            this.ends = new int[slots.size()][codes.length];
        }

        /// The bindings of a match.
        List<Binding> bindings() {
            List<Binding> bindings = new ArrayList<>();
            int token = 0;
            for (int element : elements) {
                if (element >= 0) {
                    token++;
                    continue;
                }
                Slot slot = slots.get(bindings.size());
                int end = ends[bindings.size()][token];
                String text = text(token, end);
                bindings.add(new Binding(
                        slot,
                        isOwnPlaceholder(slot, text) ? null : read(slot, text),
                        text,
                        tokens.get(token).start(),
                        tokens.get(end - 1).end()));
                token = end;
            }
            return bindings;
        }

        /// Whether the elements from `startElement` on are the tokens from `startToken` on.
        ///
        /// @param slot the number of the next slot
        boolean rest(int startElement, int startToken, int slot) {
            int element = startElement;
            int token = startToken;
            while (element < elements.length && elements[element] >= 0) {
                if (token == codes.length || elements[element] != codes[token]) {
                    return false;
                }
                element++;
                token++;
            }
            if (element == elements.length || token == codes.length) {
                return element == elements.length && token == codes.length;
            }
            if (ends[slot][token] == UNDECIDED) {
                boolean spaced = elements[element] == BlockAutomaton.SPACED_GAP;
                ends[slot][token] = tokens.get(token).spaced() == spaced ? end(element, token, slot) : FAILED;
            }
            return ends[slot][token] != FAILED;
        }

        /// Where the slot that begins at `token` ends.
        private int end(int element, int token, int number) {
            Slot slot = slots.get(number);
            int expectedEnd = expectedEnd(slot, token);
            if (expectedEnd > token && holds(element, token, expectedEnd, number)) {
                return expectedEnd;
            }
            int last = Math.min(codes.length, token + BlockAutomaton.MAX_GAP);
            for (int end = token + 1; end <= last && mayHold(slot, token, end); end++) {
                if (end != expectedEnd && holds(element, token, end, number)) {
                    return end;
                }
            }
            return FAILED;
        }

        private boolean holds(int element, int token, int end, int number) {
            if (!rest(element + 1, end, number + 1)) {
                return false;
            }
            Slot slot = slots.get(number);
            String text = text(token, end);
            return isOwnPlaceholder(slot, text) || read(slot, text) != null;
        }

        private boolean isOwnPlaceholder(Slot slot, String text) {
            return text.equals(Placeholder.of(slot.name()));
        }

        private @Nullable SlotValue read(Slot slot, String text) {
            if (anyText) {
                return new Words(text);
            }
            return switch (format.parse(slot, text)) {
                case Accepted accepted -> accepted.value();
                case Refused _ -> null;
            };
        }

        /// Whether the tokens up to `end` may be, or begin, what the slot holds; once they may not, more of them
        /// do not either.
        private boolean mayHold(Slot slot, int token, int end) {
            Token last = tokens.get(end - 1);
            return switch (last.kind()) {
                case PLACEHOLDER -> end == token + 1;
                case TAMPERED -> anyText;
                case WORD, NUMBER, MARK -> anyText || format.mayContinue(slot, end - token, last.text());
            };
        }

        /// Where the expected value ends if it stands at `token`, else -1.
        private int expectedEnd(Slot slot, int token) {
            SlotValue value = expected.get(slot.name());
            if (value == null) {
                return -1;
            }
            String printed = format.print(slot, value);
            int length = 0;
            int last = Math.min(codes.length, token + BlockAutomaton.MAX_GAP);
            for (int end = token + 1; end <= last && mayHold(slot, token, end); end++) {
                Token added = tokens.get(end - 1);
                length += (added.spaced() && length > 0 ? 1 : 0) + added.text().length();
                if (length >= printed.length()) {
                    return printed.equals(text(token, end)) ? end : -1;
                }
            }
            return -1;
        }

        private String text(int token, int end) {
            return Token.text(tokens.subList(token, end));
        }
    }
}
