package org.proviso.clause;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The label in front of a paragraph, list item or heading: `1.`, `2.3`, `(a)`, `iv)`, `•`.
///
/// A label is at most six numbers of up to three digits, one letter (or one doubled), or a Roman numeral up to
/// 89; a bare number is none. Longer or other words in front of a block are text.
public final class BlockLabel {

    /// The characters that [CodePoints#isWhiteSpace] names.
    private static final String SPACE = "\\t\\n\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000";
    private static final String BULLETS = "•◦▪‣·";
    private static final String ROMAN = "(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})";
    private static final String LETTERS =
            "(?:([a-z])\\1?|" + ROMAN + "|([A-Z])\\2?|" + ROMAN.toUpperCase(Locale.ROOT) + ")";
    private static final Pattern LABEL = Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3}){1,5}[.)]?|\\d{1,3}[.)]"
            + "|\\(\\d{1,3}\\)|\\(?" + LETTERS + "\\)|"
            + LETTERS.replace("\\2", "\\4").replace("\\1", "\\3")
            + "\\.|[" + BULLETS + "])(?=[" + SPACE + "]+[^" + SPACE + "])");

    private BlockLabel() {}

    /// The length of the label that `block` starts with, in characters; 0 if it starts with none. A label is
    /// followed by white space and more text.
    public static int length(CharSequence block) {
        Matcher matcher = LABEL.matcher(block);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    public static boolean isBullet(char character) {
        return BULLETS.indexOf(character) >= 0;
    }
}
