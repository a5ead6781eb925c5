package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;

/// Takes paired marks of emphasis and backslash escapes out of a paragraph.
final class Emphasis {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// A run of the same mark.
    private record Run(int start, int end, char mark) {
        boolean pairs(Run other) {
            return mark == other.mark && end - start == other.end - other.start;
        }
    }

    private Emphasis() {}

    static String removed(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        boolean[] gone = new boolean[text.length()];
        List<Run> open = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (mark == '\\' && i + 1 < text.length() && PUNCTUATION.indexOf(text.charAt(i + 1)) >= 0) {
                gone[i++] = true;
            } else if (mark == '*' || mark == '_') {
                int end = i;
                while (end < text.length() && text.charAt(end) == mark) {
                    end++;
                }
                meet(text, new Run(i, end, mark), open, gone);
                i = end - 1;
            }
        }
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            left.append(gone[i] ? "" : text.substring(i, i + 1));
        }
        return left.toString();
    }

    private static void meet(String text, Run run, List<Run> open, boolean[] gone) {
        char before = run.start() == 0 ? ' ' : text.charAt(run.start() - 1);
        char after = run.end() == text.length() ? ' ' : text.charAt(run.end());
        boolean closes = !Folding.isSpace(before) && !Character.isLetterOrDigit(after);
        boolean opens = !Folding.isSpace(after) && !Character.isLetterOrDigit(before);
        if (closes) {
            for (int i = open.size() - 1; i >= 0; i--) {
                if (open.get(i).pairs(run)) {
                    java.util.Arrays.fill(gone, open.get(i).start(), open.get(i).end(), true);
                    java.util.Arrays.fill(gone, run.start(), run.end(), true);
                    open.subList(i, open.size()).clear();
                    return;
                }
            }
        }
        if (opens) {
            open.add(run);
        }
    }
}
