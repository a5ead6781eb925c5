package org.proviso.verification.attack;

/// The table of equal characters in `canonical-text.md`, written down a second time.
final class Folding {

    private Folding() {}

    /// Equal characters as one, white space as single spaces, none at the ends.
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isSpace(character)) {
                space = !folded.isEmpty();
                continue;
            }
            folded.append(space ? " " : "").append(folded(character));
            space = false;
        }
        return folded.toString();
    }

    private static String folded(char character) {
        return switch (character) {
            case '‘', '’', '‚', '‛' -> "'";
            case '“', '”', '„', '‟' -> "\"";
            case '‐', '\u2011' -> "-";
            case '\u2012', '–', '―' -> "—";
            case 'ﬀ' -> "ff";
            case 'ﬁ' -> "fi";
            case 'ﬂ' -> "fl";
            case 'ﬃ' -> "ffi";
            case 'ﬄ' -> "ffl";
            case 'ﬅ', 'ﬆ' -> "st";
            default -> String.valueOf(character);
        };
    }

    static boolean isSpace(char character) {
        return switch (character) {
            case '\t', '\n', '\f', '\r', ' ', '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000' -> true;
            default -> character >= '\u2000' && character <= '\u200a';
        };
    }
}
