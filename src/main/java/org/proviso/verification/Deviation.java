package org.proviso.verification;

import java.util.List;
import java.util.Locale;
import org.proviso.clause.ClauseVersionId;

/// A stretch of a document that is not approved text.
///
/// @param start offset in the original, in UTF-16 units
/// @param end offset behind it
/// @param reason a sentence for the reader
/// @param nearest approved clauses it may have come from, the nearest first; empty if none is near
/// @param difference how it differs from the nearest, token by token in document order; empty if none is near
public record Deviation(
        int start, int end, Kind kind, String reason, List<Nearest> nearest, List<Difference> difference) {

    /// What is wrong with the stretch.
    public enum Kind {
        /// An approved clause with changes.
        ALTERED,
        /// Nothing approved is near.
        UNKNOWN,
        /// Invisible or look-alike characters, or marks inside a word.
        TAMPERED,
        /// Approved text, but a value is outside its slot's grammar or contradicts the expected one.
        SLOT_VIOLATION,
        /// A placeholder stands where a value is missing.
        UNFILLED,
        /// Something whose text cannot be told.
        UNREADABLE,
        /// An approved text that a higher version in force replaces.
        SUPERSEDED,
        /// An approved text whose time is over.
        EXPIRED,
        /// An approved text that was withdrawn.
        RETIRED,
        /// An approved text whose time has not come.
        NOT_YET_VALID,
        /// An approved text for another jurisdiction than was asked for, or than other clauses are for.
        WRONG_JURISDICTION,
        /// A second clause of one family.
        REPEATED,
        /// A clause that another one excludes.
        CONFLICTING,
        /// A clause without one that it requires.
        INCOMPLETE,
        /// A clause that has to be bold or in capitals, and is neither.
        INCONSPICUOUS,
        /// A label or an indentation that shows a clause as a part of another one, or that is not the one a text
        /// names.
        MISLEADING_LABEL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param score 1 for the same text down to 0 for nothing shared, by weighted token edit distance
    public record Nearest(ClauseVersionId clause, double score) {}

    /// A run of tokens.
    ///
    /// @param approved what the clause says here, slots as `{{name}}`; empty for an insertion
    /// @param found what the document says here; empty for a deletion
    /// @param start offset in the original of what was found, or of the place where something is missing
    public record Difference(Operation operation, String approved, String found, int start, int end) {}

    /// What happened to a run of tokens.
    public enum Operation {
        EQUAL,
        INSERTED,
        DELETED,
        REPLACED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Deviation {
        nearest = List.copyOf(nearest);
        difference = List.copyOf(difference);
    }

    static Deviation of(int start, int end, Kind kind, String reason) {
        return new Deviation(start, end, kind, reason, List.of(), List.of());
    }
}
