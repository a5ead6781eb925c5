package org.proviso.document;

import java.util.List;
import java.util.regex.Matcher;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.proviso.clause.Placeholder;

/// Reads CommonMark, of which plain text in paragraphs is a part.
///
/// Understood are paragraphs, headings, list items, emphasis, soft line breaks and backslash escapes. Everything
/// else (HTML, links and their definitions, images, footnotes, code, strike-through, quotes, rules, entities) is
/// unreadable. The reading is total: a character that is neither text nor part of an understood mark makes its
/// line unreadable.
///
/// Time is linear in the text. Brackets and backticks are hidden from the parser, whose search for their ends is
/// not; they show up as characters that nobody approved. Texts whose shape would cost more than linear time are
/// unreadable.
public final class MarkdownReader {

    /// Stands for brackets and backticks in what is parsed; a noncharacter, so no document holds it as text.
    private static final char HIDDEN = '\uFFFE';

    private static final String REPLACED = "<>[`~\uFEFF";

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private MarkdownReader() {}

    /// The canonical blocks of a Markdown or plain text.
    public static CanonicalDocument read(String source) {
        String excess = TextLimits.excess(source);
        if (!excess.isEmpty()) {
            return new CanonicalDocument(source, List.of(), List.of(new Unreadable(0, source.length(), excess)));
        }
        return new MarkdownVisitor(source).read(PARSER.parse(parsed(source)));
    }

    /// The text as it is parsed: character by character in the same place.
    private static String parsed(String source) {
        if (REPLACED.chars().noneMatch(character -> source.indexOf(character) >= 0)) {
            return source;
        }
        char[] parsed = source.toCharArray();
        for (int i = 0; i < parsed.length; i++) {
            parsed[i] = replacement(source, i);
        }
        return new String(parsed);
    }

    private static char replacement(String source, int at) {
        char character = source.charAt(at);
        return switch (character) {
            case '<', '>', '`' -> HIDDEN;
            case '[' -> isInPlaceholder(source, at) ? character : HIDDEN;
            case '~' -> isStrike(source, at) ? HIDDEN : character;
            case '\uFEFF' -> at == 0 ? ' ' : character;
            default -> character;
        };
    }

    /// The bracket of a column's placeholder, which is closed and followed by a period, so it begins no link.
    private static boolean isInPlaceholder(String source, int at) {
        int first = Math.max(0, at - Placeholder.MAX_LENGTH);
        int start = first + source.substring(first, at).lastIndexOf('⟦');
        if (start < first) {
            return false;
        }
        Matcher placeholder = Placeholder.PATTERN
                .matcher(source)
                .region(start, Math.min(source.length(), start + Placeholder.MAX_LENGTH));
        return placeholder.lookingAt() && placeholder.end() > at;
    }

    private static boolean isStrike(String source, int at) {
        return source.startsWith("~~", at) || (at > 0 && source.charAt(at - 1) == '~');
    }
}
