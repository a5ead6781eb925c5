package org.proviso.document;

import org.proviso.clause.CodePoints;

/// The shapes of text that a CommonMark parser takes more than linear time for, and that no contract has.
final class TextLimits {

    private static final int MAX_LINES = 500_000;
    private static final int MAX_LINES_OF_A_PARAGRAPH = 2_000;
    private static final int MAX_INDENTATION = 100;
    private static final int MAX_MARKS_BEFORE_TEXT = 24;
    private static final String MARKS = "*+-.)";

    private TextLimits() {}

    /// What is too much in `source`, or an empty string.
    static String excess(String source) {
        int lines = 0;
        int linesOfParagraph = 0;
        for (int start = 0; start < source.length(); ) {
            int end = start;
            while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
                end++;
            }
            linesOfParagraph = isBlank(source, start, end) ? 0 : linesOfParagraph + 1;
            if (++lines > MAX_LINES) {
                return "a text of more than " + MAX_LINES + " lines";
            }
            if (linesOfParagraph > MAX_LINES_OF_A_PARAGRAPH) {
                return "a paragraph of more than " + MAX_LINES_OF_A_PARAGRAPH + " lines";
            }
            String excess = linesOfParagraph == 0 ? "" : excessBeforeText(source, start, end);
            if (!excess.isEmpty()) {
                return excess;
            }
            start = source.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return "";
    }

    /// Whether a line ends a paragraph for the parser; other white space does not.
    private static boolean isBlank(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (source.charAt(i) != ' ' && source.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    /// Looks at white space, digits and list marks at the beginning of a line.
    private static String excessBeforeText(String source, int start, int end) {
        int spaces = 0;
        int marks = 0;
        for (int i = start; i < end; i++) {
            char character = source.charAt(i);
            if (CodePoints.isWhiteSpace(character)) {
                spaces++;
            } else if (MARKS.indexOf(character) >= 0) {
                boolean opensItem = i + 1 == end || CodePoints.isWhiteSpace(source.charAt(i + 1));
                marks += opensItem ? 1 : 0;
            } else if (character < '0' || character > '9') {
                return "";
            }
            if (spaces > MAX_INDENTATION) {
                return "a line that is indented by more than " + MAX_INDENTATION + " characters";
            }
            if (marks > MAX_MARKS_BEFORE_TEXT) {
                return "a line that begins with more than " + MAX_MARKS_BEFORE_TEXT + " list marks";
            }
        }
        return "";
    }
}
