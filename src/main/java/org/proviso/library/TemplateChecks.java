package org.proviso.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.BlockLabel;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseText;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;

/// What a clause's text may not be: unreadable, invisible, or so open that it could match almost anything.
///
/// The checks run on the text as it stands with every combination of its flags, slots shown as placeholders. They
/// leave plain paragraphs, optionally labelled, so the text means the same to every Markdown reader.
final class TemplateChecks {

    private static final int MAX_FLAGS = 6;
    private static final int MIN_WORDS = 3;
    private static final String SLOT = "⟦[a-z0-9.-]+⟧";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t]*\n");
    private static final Pattern MARKUP =
            Pattern.compile("[*`<>\\[\\]~|\\\\#^]|&[A-Za-z0-9#]+;|(?<=[\\p{L}\\p{N}])_|_(?=[\\p{L}\\p{N}])");
    private static final Pattern STRUCTURE =
            Pattern.compile("(?m)^(?: {4}|\\t|[-+] |={2,}\\s*$|-{2,}\\s*$|_[_\\s]*$).*$");
    private static final Pattern SLOT_FIRST = Pattern.compile("[(\"'“‘]*" + SLOT);
    private static final Pattern GLUED_BEFORE = Pattern.compile("[^\\s(\"'“‘]" + SLOT);
    private static final Pattern GLUED_AFTER = Pattern.compile(SLOT + "(?:[^\\s,;:.)\"'”’%]|[.,]\\d)");
    private static final Pattern NAME_AND_PERIOD = Pattern.compile("⟦([a-z0-9.-]+)⟧\\.");
    private static final Pattern TWO_SLOTS = Pattern.compile(SLOT + "[^\\p{L}\\p{N}\\n]*" + SLOT);

    private TemplateChecks() {}

    /// Why a title, heading or choice is not plain words; empty if it is.
    static Optional<String> plain(String words) {
        Optional<String> hidden = hidden(words);
        if (hidden.isPresent()) {
            return hidden;
        }
        return MARKUP.matcher(words).find() || words.contains("\n") || BlockLabel.length(words) > 0
                ? Optional.of("\"" + Excerpt.of(words) + "\" holds markup or starts with a label.")
                : Optional.empty();
    }

    /// Reports everything that is wrong with a template, with the line in its file.
    static void check(ClauseText text, SortedMap<String, Slot> slots, ProblemSink sink) {
        List<String> flags = List.copyOf(text.flagNames());
        if (flags.size() > MAX_FLAGS) {
            sink.report(1, "The text asks " + flags.size() + " flags.", "Ask at most " + MAX_FLAGS + " in one clause.");
            return;
        }
        Template template = new Template(text.source(), slots, sink, new TreeSet<>());
        template.checkFlags(text);
        hidden(text.source().replace("{{", "").replace("}}", ""))
                .ifPresent(reason -> template.report(reason, "Write plain characters.", Excerpt.of(text.source())));
        for (ClauseForm form : ClauseForm.of(text, slots)) {
            template.check(form.text());
        }
    }

    /// The line, from 1, on which a slot's tag first stands in a template's source.
    static int lineOf(String source, String slot) {
        Matcher matcher = Pattern.compile("\\{\\{(?:#if )?\\s*" + Pattern.quote(slot) + "\\s*}}")
                .matcher(source);
        return matcher.find() ? lineAt(source, matcher.start()) : 1;
    }

    private static int lineAt(String source, int offset) {
        return (int) source.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static Optional<String> hidden(String words) {
        Optional<Integer> tampering =
                words.codePoints().filter(CodePoints::isTampering).boxed().findFirst();
        if (tampering.isPresent()) {
            return Optional.of(
                    "It holds the invisible or control character " + String.format("U+%04X", tampering.get()) + ".");
        }
        if (words.indexOf('⟦') >= 0 || words.indexOf('⟧') >= 0) {
            return Optional.of("It holds ⟦ or ⟧, which are reserved for Proviso's placeholders.");
        }
        return WORD.matcher(words)
                .results()
                .map(result -> result.group())
                .filter(CodePoints::mixesScripts)
                .findFirst()
                .map(word -> "The word \"" + word + "\" mixes letters of look-alike scripts.");
    }

    /// One template under check; each problem is reported once, whatever combination of flags shows it.
    private record Template(String source, SortedMap<String, Slot> slots, ProblemSink sink, Set<String> reported) {

        void checkFlags(ClauseText text) {
            Set<String> flags = text.flagNames();
            slots.forEach((name, slot) -> {
                if (flags.contains(name) != (slot.type() == SlotType.FLAG)) {
                    report(
                            "\"" + name + "\" is a " + slot.type()
                                    + (flags.contains(name) ? " in {{#if}}." : " that is printed."),
                            "Ask flags in {{#if " + name + "}}, print other slots as {{" + name + "}}.",
                            name);
                }
            });
        }

        void check(String filled) {
            find(MARKUP, filled, "is markup, not text", "Write plain paragraphs; no emphasis, links or code.");
            find(STRUCTURE, filled, "is a Markdown structure", "Write plain paragraphs, labelled (a), (b) if need be.");
            find(GLUED_BEFORE, filled, "joins a slot to what is before it", "Put a space between them.");
            find(GLUED_AFTER, filled, "joins a slot to what is after it", "Put a space between them.");
            find(TWO_SLOTS, filled, "are two slots without a word between", "Put a word between them.");
            NAME_AND_PERIOD
                    .matcher(filled)
                    .results()
                    .filter(result -> slots.containsKey(result.group(1))
                            && slots.get(result.group(1)).type().isFreeText())
                    .forEach(result -> report(
                            "\"" + result.group() + "\" would print two periods after a name such as Acme, Inc.",
                            "Put a word between the slot and the period.",
                            result.group(1)));
            List<String> blocks = new ArrayList<>();
            for (String block : BLANK_LINE.split(filled)) {
                if (!block.isBlank()) {
                    blocks.add(block.strip());
                }
            }
            checkBlocks(blocks);
        }

        private void checkBlocks(List<String> blocks) {
            if (blocks.isEmpty() || BlockLabel.length(blocks.getFirst()) > 0) {
                report("The clause starts with a label or is empty.", "Start with a word.", "");
            }
            long words = 0;
            for (String block : blocks) {
                if (SLOT_FIRST
                        .matcher(block.substring(BlockLabel.length(block)).strip())
                        .lookingAt()) {
                    report(
                            "The paragraph \"" + Excerpt.of(block)
                                    + "\" starts with a slot, whose value could read as a" + " label.",
                            "Start it with a word.",
                            "");
                }
                long own = WORD.matcher(block.replaceAll(SLOT, "⟦⟧").substring(BlockLabel.length(block)))
                        .results()
                        .count();
                if (own == 0) {
                    report(
                            "The paragraph \"" + Excerpt.of(block) + "\" has no word of its own.",
                            "Add words that are always there.",
                            "");
                }
                words += own;
            }
            if (words < MIN_WORDS) {
                report(
                        "The clause has " + words + " words of its own, so it could match almost anything.",
                        "Write at least " + MIN_WORDS + ".",
                        "");
            }
        }

        private void find(Pattern pattern, String filled, String what, String remedy) {
            pattern.matcher(filled).results().forEach(result -> {
                Matcher slot = Placeholder.PATTERN.matcher(result.group());
                report(
                        "\"" + Excerpt.of(result.group()) + "\" " + what + ".",
                        remedy,
                        slot.find() ? slot.group(1) : result.group());
            });
        }

        private void report(String message, String remedy, String near) {
            if (reported.add(message)) {
                int at = source.indexOf(near);
                sink.report(
                        slots.containsKey(near) ? lineOf(source, near) : lineAt(source, Math.max(at, 0)),
                        message,
                        remedy);
            }
        }
    }
}
