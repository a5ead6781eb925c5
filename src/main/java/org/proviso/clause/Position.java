package org.proviso.clause;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the negotiation ladder: rank 0 is `preferred`, rank n is `fallback-n`.
public record Position(int rank) implements Comparable<Position> {

    public static final Position PREFERRED = new Position(0);

    private static final Pattern FALLBACK = Pattern.compile("fallback-([1-9])");

    public Position {
        if (rank < 0 || rank > 9) {
            throw new IllegalArgumentException("a position has a rank from 0 to 9, not " + rank + ".");
        }
    }

    /// Reads the written form; the law is `parse(p.toString()).equals(p)`.
    ///
    /// @throws IllegalArgumentException if `written` is neither `preferred` nor `fallback-1` to `fallback-9`
    public static Position parse(String written) {
        if (written.equals("preferred")) {
            return PREFERRED;
        }
        Matcher matcher = FALLBACK.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(written)
                    + "\" is not a position: write \"preferred\" or \"fallback-1\" to \"fallback-9\".");
        }
        return new Position(Integer.parseInt(matcher.group(1)));
    }

    @Override
    public int compareTo(Position other) {
        return Integer.compare(rank, other.rank);
    }

    @Override
    public String toString() {
        return rank == 0 ? "preferred" : "fallback-" + rank;
    }
}
