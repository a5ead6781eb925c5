package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Plain text made comparable by replacing characters: what `src/docs/canonical-text.md` says, done a second
/// time.
///
/// It judges the reader, the tokenizer and the cover, and therefore shares no code with them: two texts without
/// tampering are the same when their paragraphs are.
final class NaiveText {

    /// What is replaced, then by what.
    private static final String[] EQUAL = {
        "\u2018", "'", "\u2019", "'", "\u201A", "'", "\u201B", "'", "\u201C", "\"", "\u201D", "\"", "\u201E", "\"",
        "\u201F", "\"", "\u2010", "-", "\u2011", "-", "\u2012", "\u2014", "\u2013", "\u2014", "\u2015", "\u2014",
        "\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl", "\uFB05", "st", "\uFB06", "st"
    };

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern SPACE =
            Pattern.compile("[\\x09\\x0C\\x20\\xA0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]+");
    private static final Pattern BLANK_LINES = Pattern.compile("\n(?: ?\n)+");

    private static final Set<String> BULLETS = Set.of("•", "◦", "▪", "‣", "·");
    private static final Set<String> COUNTERS = counters();

    private NaiveText() {}

    /// @param labelled whether a label stood before it
    /// @param words what follows the label, with single spaces
    record Paragraph(boolean labelled, String words) {}

    static List<Paragraph> paragraphs(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        plain = LINE_END.matcher(plain).replaceAll("\n");
        plain = SPACE.matcher(plain).replaceAll(" ");
        for (int i = 0; i < EQUAL.length; i += 2) {
            plain = plain.replace(EQUAL[i], EQUAL[i + 1]);
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String part : BLANK_LINES.split(plain)) {
            String words = trimmed(part.replace('\n', ' ').replaceAll(" +", " "));
            if (!words.isEmpty()) {
                paragraphs.add(paragraph(words));
            }
        }
        return paragraphs;
    }

    private static Paragraph paragraph(String words) {
        int space = words.indexOf(' ');
        boolean labelled = space > 0 && isLabel(words.substring(0, space));
        return new Paragraph(labelled, labelled ? words.substring(space + 1) : words);
    }

    private static String trimmed(String words) {
        int start = words.startsWith(" ") ? 1 : 0;
        int end = words.endsWith(" ") ? words.length() - 1 : words.length();
        return start < end ? words.substring(start, end) : "";
    }

    private static boolean isLabel(String word) {
        if (word.startsWith("(")) {
            return word.endsWith(")") && isCounter(word.substring(1, word.length() - 1));
        }
        if (word.endsWith(".") || word.endsWith(")")) {
            String body = word.substring(0, word.length() - 1);
            return isCounter(body) || numbers(body) > 0;
        }
        return BULLETS.contains(word) || numbers(word) > 1;
    }

    private static boolean isCounter(String body) {
        return COUNTERS.contains(body) || numbers(body) == 1;
    }

    /// How many numbers joined by periods `body` is; 0 if it is something else or too long for a label.
    private static int numbers(String body) {
        String[] parts = body.split("\\.", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return 0;
            }
        }
        return parts.length <= 6 ? parts.length : 0;
    }

    /// A letter, one letter twice, and the Roman numerals from 1 to 89, in small letters and in capitals.
    private static Set<String> counters() {
        Set<String> counters = new HashSet<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            counters.add(String.valueOf(letter));
            counters.add(String.valueOf(letter).repeat(2));
        }
        for (String tens : List.of("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")) {
            for (String units : List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")) {
                counters.add(tens + units);
            }
        }
        counters.remove("");
        for (String small : List.copyOf(counters)) {
            counters.add(small.chars()
                    .map(c -> c - 'a' + 'A')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        return counters;
    }
}
