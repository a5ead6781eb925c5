package org.proviso.drafting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.proviso.clause.BlockLabel;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;

/// Prints a conspicuous clause so that nobody can overlook it.
final class Emphasis {

    /// What ends a block inside a clause: a blank line, or a line's end behind a backslash.
    private static final Pattern BREAK = Pattern.compile("\\n[ \\t]*\\n\\s*|(?<!\\\\)\\\\\\n");

    private static final Pattern LIST_MARK = Pattern.compile("[ \\t]*(?:[-+*•]|[0-9]{1,3}[.)])[ \\t]+");

    private Emphasis() {}

    /// The text with every block in bold behind its label; as it is if it stands in capitals, or if the marks
    /// would change what it says.
    static String conspicuous(String markdown) {
        StringBuilder bold = new StringBuilder();
        boolean capitals = true;
        Matcher end = BREAK.matcher(markdown);
        int at = 0;
        while (at <= markdown.length()) {
            boolean found = end.find();
            String block = markdown.substring(at, found ? end.start() : markdown.length());
            int start = textStart(block);
            capitals &= isCapitals(block.substring(start));
            bold.append(bold(block, start)).append(found ? end.group() : "");
            at = found ? end.end() : markdown.length() + 1;
        }
        return !capitals && sayTheSame(markdown, bold.toString()) ? bold.toString() : markdown;
    }

    private static int textStart(String block) {
        Matcher mark = LIST_MARK.matcher(block);
        int start = mark.lookingAt() ? mark.end() : BlockLabel.length(block);
        while (start < block.length() && Character.isWhitespace(block.charAt(start))) {
            start++;
        }
        return start;
    }

    private static String bold(String block, int start) {
        String text = block.substring(start).stripTrailing();
        return text.isEmpty() ? block : block.substring(0, start) + "**" + text + "**";
    }

    private static boolean isCapitals(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private static boolean sayTheSame(String one, String other) {
        CanonicalDocument plain = MarkdownReader.read(one);
        CanonicalDocument marked = MarkdownReader.read(other);
        List<Block> before = plain.blocks();
        List<Block> after = marked.blocks();
        return plain.unreadable().size() == marked.unreadable().size()
                && before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> sayTheSame(before.get(i), after.get(i)));
    }

    private static boolean sayTheSame(Block one, Block other) {
        return one.label().equals(other.label())
                && one.tokens().size() == other.tokens().size()
                && IntStream.range(0, one.tokens().size())
                        .allMatch(i -> one.tokens().get(i).sameAs(other.tokens().get(i)));
    }
}
