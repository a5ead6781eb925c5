package org.proviso.library;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.BlockLabel;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseText;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;

/// What a clause's text may not be: unreadable, invisible, too large, or so open that it could match almost
/// anything.
///
/// The checks run on every form of the text, slots shown as placeholders. They leave plain paragraphs and list
/// items, so the text means the same to every Markdown reader.
final class TemplateChecks {

    /// A form of a clause has no more blocks.
    static final int MAX_BLOCKS = 400;

    /// The forms of a clause have no more characters together.
    static final int MAX_PRINTED = 4_000_000;

    static final int MIN_WORDS = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String NO_PLAIN_START = "-+=0123456789";
    private static final String LINE_ENDS = "\r\f";

    /// Signs of emphasis, links, code and the like. An underscore is only part of a line to write on.
    static final Pattern MARKUP =
            Pattern.compile("[*`<>\\[\\]~|\\\\#^]|&[A-Za-z0-9#]+;|(?<![\\s_]|^)_|_(?![\\s_.,;:]|$)");

    /// Starts of lines that Markdown reads as code, another kind of list, a list in a list, a heading or a rule.
    private static final Pattern STRUCTURE = Pattern.compile("(?m)^(?: {4}|\\t| *\\+(?:\\s|$)| +-(?:\\s|$)"
            + "|-[ \\t]*$|(?:-|\\d{1,9}[.)])(?: {5}| *\\t|[ \\t]+(?:[-+]|\\d{1,9}[.)])(?:\\s|$))"
            + "|\\d{4,9}[.)](?:\\s|$)|=+\\s*$|-{2,}\\s*$|_[_\\s]*$).*$");

    private TemplateChecks() {}

    /// Why a title, heading or choice is not plain words; empty if it is.
    static Optional<String> plain(String words) {
        TextScan scan = TextScan.of(words);
        Optional<String> hidden = scan.special() ? hidden(words) : Optional.empty();
        if (hidden.isPresent()) {
            return hidden;
        }
        return scan.lines() || (scan.marks() && MARKUP.matcher(words).find()) || BlockLabel.length(words) > 0
                ? Optional.of("\"" + Excerpt.of(words) + "\" holds markup or starts with a label.")
                : Optional.empty();
    }

    /// Why a text that no contract prints cannot be shown as it is; empty if it can.
    static Optional<String> invisible(String words) {
        return TextScan.of(words).special() ? hidden(words) : Optional.empty();
    }

    /// Reports everything that is wrong with a template, with the line in its text.
    static void check(ClauseText text, SortedMap<String, Slot> slots, ProblemSink sink) {
        String source = text.source();
        TextScan scan = TextScan.of(source);
        if (isPlainParagraph(source, scan)) {
            return;
        }
        Optional<String> hidden = scan.special() ? hidden(source.replaceAll("\\{\\{|}}", "")) : Optional.empty();
        if (hidden.isPresent()) {
            sink.report(firstSpecialLine(source), hidden.get(), "Write plain characters.");
            return;
        }
        Optional<String> size = TemplateSize.excess(text, slots);
        if (size.isPresent()) {
            sink.report(1, size.get(), "Ask fewer flags, allow fewer rows, or split the clause.");
            return;
        }
        BlockChecks checks = new BlockChecks(source, slots, sink);
        Set<TemplateBlock> seen = new HashSet<>();
        for (ClauseForm form : ClauseForm.of(text, slots)) {
            Matcher structure = STRUCTURE.matcher(form.text());
            while (structure.find()) {
                checks.report(
                        "\"" + Excerpt.of(structure.group()) + "\" is a Markdown structure.",
                        "Write paragraphs, labelled (a), (b) if need be, or items that start with a hyphen and a space.",
                        checks.lineOfWords(structure.group().replaceFirst("(?s)⟦.*", "")));
            }
            checks.check(TemplateBlock.of(form.text()), seen);
        }
    }

    /// Whether a text is one paragraph of words with nothing in it that any check could refuse.
    private static boolean isPlainParagraph(String source, TextScan scan) {
        return !scan.marks()
                && !scan.lines()
                && !scan.special()
                && source.length() <= BlockChecks.MAX_TOKENS
                && NO_PLAIN_START.indexOf(source.charAt(0)) < 0
                && !source.contains("{{")
                && BlockLabel.length(source) == 0
                && !BlockChecks.isCounted(source)
                && words(source, MIN_WORDS) == MIN_WORDS;
    }

    /// How many words a text has, counted up to a limit.
    static int words(String text, int limit) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length() && words < limit; i++) {
            boolean part = Character.isLetterOrDigit(text.charAt(i));
            words += part && !inside ? 1 : 0;
            inside = part;
        }
        return words;
    }

    /// The line, from 1, on which the tag of a slot or a reference first stands in a template's source.
    static int lineOf(String source, String name) {
        Matcher matcher = Pattern.compile("\\{\\{\\s*(?:#if |#each |ref )?\\s*" + Pattern.quote(name) + "\\s*}}")
                .matcher(source);
        return matcher.find() ? lineAt(source, matcher.start()) : 1;
    }

    static int lineAt(String source, int offset) {
        return (int) source.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static int firstSpecialLine(String source) {
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (hidden(lines[i].replaceAll("\\{\\{|}}", "")).isPresent()) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Optional<String> hidden(String words) {
        Optional<Integer> tampering = words.codePoints()
                .filter(c -> CodePoints.isTampering(c) || LINE_ENDS.indexOf(c) >= 0)
                .boxed()
                .findFirst();
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
                .map(word -> "The word \"" + Excerpt.of(word) + "\" mixes letters of look-alike scripts.");
    }
}
