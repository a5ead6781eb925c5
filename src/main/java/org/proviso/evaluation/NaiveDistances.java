package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.proviso.clause.ClauseVersionId;

/// The token edit distances of texts to every clause of a library, one by one; it judges the search for the nearest
/// clause, and therefore shares no code with it.
///
/// A token is a run of letters and digits or another character; an insertion, deletion or replacement counts 1.
final class NaiveDistances {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\s]");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final SortedMap<ClauseVersionId, int[]> clauses = new TreeMap<>();

    void add(ClauseVersionId clause, String text) {
        clauses.put(clause, tokens(text));
    }

    /// Whether a clause is closer to a text than the first of some is.
    boolean hasCloser(String text, Collection<ClauseVersionId> named) {
        int[] tokens = tokens(text);
        int least = Integer.MAX_VALUE;
        for (ClauseVersionId clause : named) {
            int[] other = clauses.get(clause);
            least = other == null ? least : Math.min(least, distance(other, tokens, Integer.MAX_VALUE));
        }
        for (int[] clause : clauses.values()) {
            if (atLeast(clause, tokens) < least && distance(clause, tokens, least) < least) {
                return true;
            }
        }
        return false;
    }

    private int[] tokens(String text) {
        List<Integer> tokens = new ArrayList<>();
        for (NaiveText.Paragraph paragraph : NaiveText.paragraphs(text)) {
            TOKEN.matcher(paragraph.words())
                    .results()
                    .map(MatchResult::group)
                    .forEach(token -> tokens.add(numbers.computeIfAbsent(token, _ -> numbers.size())));
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /// No fewer tokens differ than one text has and the other has not.
    private static int atLeast(int[] one, int[] other) {
        int[] sorted = one.clone();
        int[] otherSorted = other.clone();
        Arrays.sort(sorted);
        Arrays.sort(otherSorted);
        int shared = 0;
        for (int i = 0, j = 0; i < sorted.length && j < otherSorted.length; ) {
            if (sorted[i] == otherSorted[j]) {
                shared++;
                i++;
                j++;
            } else if (sorted[i] < otherSorted[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Math.max(one.length, other.length) - shared;
    }

    /// @param enough any distance from there on may be given instead of the true one
    private static int distance(int[] one, int[] other, int enough) {
        int[] row = new int[other.length + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= one.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length; j++) {
                int above = row[j];
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
                least = Math.min(least, row[j]);
            }
            if (least >= enough) {
                return enough;
            }
        }
        return row[other.length];
    }
}
