package org.proviso.verification.attack;

import java.util.List;

/// What may stand in front of a paragraph without saying anything.
final class Labels {

    private static final List<String> ROMAN_TENS = List.of("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx");
    private static final List<String> ROMAN_ONES = List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix");

    private Labels() {}

    /// The label that a folded text begins with; empty if it begins with none.
    static String of(String text) {
        int space = text.indexOf(' ');
        String first = space < 0 ? "" : text.substring(0, space);
        return isLabel(first) ? first : "";
    }

    private static boolean isLabel(String word) {
        if (word.isEmpty() || word.length() > 24) {
            return false;
        }
        if ("•◦▪‣·".contains(word)) {
            return true;
        }
        boolean closed = word.endsWith(")");
        boolean opened = word.startsWith("(");
        String inner = word.substring(opened ? 1 : 0, word.length() - (closed || word.endsWith(".") ? 1 : 0));
        if (opened && !closed) {
            return false;
        }
        if (inner.matches("[0-9]{1,3}(\\.[0-9]{1,3}){1,5}")) {
            return !opened;
        }
        boolean marked = closed || word.endsWith(".");
        return marked && (inner.matches("[0-9]{1,3}") || isLetters(inner));
    }

    private static boolean isLetters(String word) {
        boolean single = word.matches("[a-z]|[A-Z]");
        boolean doubled = word.length() == 2 && isLetters(word.substring(1)) && word.charAt(0) == word.charAt(1);
        boolean oneCase = word.equals(word.toLowerCase(java.util.Locale.ROOT))
                || word.equals(word.toUpperCase(java.util.Locale.ROOT));
        return single || doubled || (oneCase && isRoman(word.toLowerCase(java.util.Locale.ROOT)));
    }

    private static boolean isRoman(String word) {
        return ROMAN_TENS.stream()
                .anyMatch(tens -> ROMAN_ONES.stream().anyMatch(ones -> (tens + ones).equals(word) && !word.isEmpty()));
    }

    /// A label without the period or parentheses around it.
    static String bare(String label) {
        String closed = label.replaceFirst("[.)]$", "");
        return closed.startsWith("(") ? closed.substring(1) : closed;
    }
}
