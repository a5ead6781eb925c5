package org.proviso.verification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
import org.proviso.document.Block;
import org.proviso.document.Token;

/// Decides whether blocks of a document are one clause, token for token, and what its slots hold.
///
/// Where the literal text leaves a choice, a slot takes the expected value if that stands there, else the fewest tokens
/// that its grammar accepts.
final class PatternMatcher {

    /// No value is longer, in tokens; bounds the work per slot.
    static final int MAX_SLOT_TOKENS = 120;

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

    /// Matches all blocks of `pattern` at block `from`; empty if a single token differs.
    Optional<List<Binding>> match(ClausePattern pattern, List<Block> document, int from) {
        if (from + pattern.blocks().size() > document.size()) {
            return Optional.empty();
        }
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < pattern.blocks().size(); i++) {
            Block approved = pattern.blocks().get(i);
            Block found = document.get(from + i);
            boolean labelsAgree = i == 0 || approved.labelled() == found.labelled();
            if (!labelsAgree
                    || found.tokens().size() > mostTokens(approved)
                    || !new BlockMatch(pattern, approved, found, bindings).run()) {
                return Optional.empty();
            }
        }
        return Optional.of(bindings);
    }

    private static int mostTokens(Block approved) {
        long slots = approved.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.PLACEHOLDER)
                .count();
        return approved.tokens().size() + Math.toIntExact(slots) * MAX_SLOT_TOKENS;
    }

    /// One block against one block; remembers what failed, so that no place is tried twice for the same element.
    private final class BlockMatch {

        private final ClausePattern pattern;
        private final List<Token> elements;
        private final List<Token> tokens;
        private final List<Binding> bindings;
        private final List<Binding> own = new ArrayList<>();
        private final BitSet failed = new BitSet();

        BlockMatch(ClausePattern pattern, Block approved, Block found, List<Binding> bindings) {
            this.pattern = pattern;
            this.elements = approved.tokens();
            this.tokens = found.tokens();
            this.bindings = bindings;
        }

        boolean run() {
            if (!matches(0, 0)) {
                return false;
            }
            Collections.reverse(own);
            bindings.addAll(own);
            return true;
        }

        private boolean matches(int startElement, int startToken) {
            int element = startElement;
            int token = startToken;
            while (element < elements.size() && elements.get(element).kind() != Token.Kind.PLACEHOLDER) {
                if (token == tokens.size() || !elements.get(element).sameAs(tokens.get(token))) {
                    return false;
                }
                element++;
                token++;
            }
            if (element == elements.size()) {
                return token == tokens.size();
            }
            if (token == tokens.size()
                    || tokens.get(token).spaced() != elements.get(element).spaced()) {
                return false;
            }
            int state = element * (tokens.size() + 1) + token;
            if (failed.get(state)) {
                return false;
            }
            boolean matched = slot(element, token);
            failed.set(state, !matched);
            return matched;
        }

        private boolean slot(int element, int token) {
            Slot slot = pattern.slot(elements.get(element));
            int expectedEnd = expectedEnd(slot, token);
            if (expectedEnd > token && bind(slot, element, token, expectedEnd)) {
                return true;
            }
            int last = Math.min(tokens.size(), token + MAX_SLOT_TOKENS);
            for (int end = token + 1; end <= last; end++) {
                if (end != expectedEnd && bind(slot, element, token, end)) {
                    return true;
                }
            }
            return false;
        }

        private boolean bind(Slot slot, int element, int token, int end) {
            if (!continues(element + 1, end)) {
                return false;
            }
            String text = text(token, end);
            @Nullable SlotValue value = null;
            if (!text.equals(Placeholder.of(slot.name()))) {
                value = read(slot, text, token, end);
                if (value == null) {
                    return false;
                }
            }
            if (!matches(element + 1, end)) {
                return false;
            }
            own.add(new Binding(
                    slot,
                    value,
                    text,
                    tokens.get(token).start(),
                    tokens.get(end - 1).end()));
            return true;
        }

        private @Nullable SlotValue read(Slot slot, String text, int token, int end) {
            if (anyText) {
                return new Words(text);
            }
            for (int i = token; i < end; i++) {
                Token.Kind kind = tokens.get(i).kind();
                if (kind == Token.Kind.TAMPERED || kind == Token.Kind.PLACEHOLDER) {
                    return null;
                }
            }
            return switch (format.parse(slot, text)) {
                case Accepted accepted -> accepted.value();
                case Refused _ -> null;
            };
        }

        /// Whether what follows the slot can stand at `token`; cheap, so it comes before the grammar.
        private boolean continues(int element, int token) {
            if (element == elements.size()) {
                return token == tokens.size();
            }
            return token < tokens.size()
                    && (elements.get(element).kind() == Token.Kind.PLACEHOLDER
                            || elements.get(element).sameAs(tokens.get(token)));
        }

        /// Where the expected value ends if it stands at `token`, else -1.
        private int expectedEnd(Slot slot, int token) {
            SlotValue value = expected.get(slot.name());
            if (value == null) {
                return -1;
            }
            String printed = format.print(slot, value);
            StringBuilder text = new StringBuilder();
            for (int end = token; end < tokens.size() && text.length() < printed.length(); end++) {
                append(text, end, end == token);
                if (text.length() == printed.length() && text.toString().equals(printed)) {
                    return end + 1;
                }
            }
            return -1;
        }

        private String text(int token, int end) {
            StringBuilder text = new StringBuilder();
            for (int i = token; i < end; i++) {
                append(text, i, i == token);
            }
            return text.toString();
        }

        private void append(StringBuilder text, int token, boolean first) {
            if (!first && tokens.get(token).spaced()) {
                text.append(' ');
            }
            text.append(tokens.get(token).text());
        }
    }
}
