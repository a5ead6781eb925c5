package org.proviso.clause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days on which a clause version may be used: from `from` (inclusive) until `until` (exclusive); null is open.
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("valid from " + from + " is not before until " + until + ".");
        }
    }

    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
