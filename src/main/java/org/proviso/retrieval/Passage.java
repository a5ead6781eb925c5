package org.proviso.retrieval;

import java.util.List;
import org.proviso.retrieval.MaxSim.Nearest;

/// The stretch of a text where the tokens stand that are nearest to those of a question.
final class Passage {

    /// How long it is, in tokens: about two lines.
    static final int TOKENS = 32;

    private static final String LEFT_OUT = "…";

    private Passage() {}

    /// The stretch that gathers the greatest sum of cosines, the first of equal ones.
    ///
    /// @param places where each token begins in the text, ascending; -1 for one that is no part of it
    /// @param nearest for every token of the question
    static String of(String text, int[] places, List<Nearest> nearest) {
        double[] gathered = new double[places.length];
        for (Nearest one : nearest) {
            if (one.token() < places.length && places[one.token()] >= 0) {
                gathered[one.token()] += Math.max(0, one.cosine());
            }
        }
        int first = 0;
        double best = -1;
        for (int from = 0; from < places.length; from++) {
            double sum = 0;
            for (int token = from; token < Math.min(from + TOKENS, places.length); token++) {
                sum += gathered[token];
            }
            if (sum > best && gathered[from] > 0) {
                best = sum;
                first = from;
            }
        }
        return cut(text, place(first, places, text), place(first + TOKENS, places, text));
    }

    /// Where a token begins, or the next that is a part of the text.
    private static int place(int token, int[] places, String text) {
        for (int next = token; next < places.length; next++) {
            if (places[next] >= 0) {
                return Math.min(places[next], text.length());
            }
        }
        return text.length();
    }

    /// Whole words only: a token may be a part of one.
    private static String cut(String text, int from, int to) {
        int begin = from;
        while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
            begin--;
        }
        int end = to;
        while (end > 0
                && end < text.length()
                && !Character.isWhitespace(text.charAt(end - 1))
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return (begin > 0 ? LEFT_OUT : "") + text.substring(begin, end).strip() + (end < text.length() ? LEFT_OUT : "");
    }
}
