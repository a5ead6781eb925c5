package org.proviso.clause;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One immutable wording of a clause, written `confidentiality.use@3`; ordered by id, then version.
public record ClauseVersionId(ClauseId id, int version) implements Comparable<ClauseVersionId> {

    private static final Pattern WRITTEN = Pattern.compile("(.+)@([1-9][0-9]{0,5})");
    private static final Comparator<ClauseVersionId> ORDER =
            Comparator.comparing(ClauseVersionId::id).thenComparingInt(ClauseVersionId::version);

    public ClauseVersionId {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of " + id + " is below 1.");
        }
    }

    /// Reads the written form; the law is `parse(v.toString()).equals(v)`.
    ///
    /// @throws IllegalArgumentException if `written` has another form
    public static ClauseVersionId parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(written)
                    + "\" is not a clause version: write the id and the version, such as \"confidentiality.use@3\".");
        }
        return new ClauseVersionId(new ClauseId(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ClauseVersionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
