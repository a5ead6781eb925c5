package org.proviso.clause;

/// The start of a value as messages show it: on one line, without control characters, and never long.
public final class Excerpt {

    private static final int MAX_LENGTH = 80;

    private Excerpt() {}

    /// Returns the first 80 characters of `value`, with every control or invisible character shown as its hexadecimal
    /// escape.
    public static String of(String value) {
        StringBuilder shown = new StringBuilder();
        int[] codePoints = value.codePoints().limit(MAX_LENGTH).toArray();
        for (int codePoint : codePoints) {
            if (CodePoints.isTampering(codePoint) || Character.isISOControl(codePoint)) {
                shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
            } else {
                shown.appendCodePoint(codePoint);
            }
        }
        return value.codePointCount(0, value.length()) > MAX_LENGTH ? shown + "…" : shown.toString();
    }
}
