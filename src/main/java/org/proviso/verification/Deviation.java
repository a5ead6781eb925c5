package org.proviso.verification;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersionId;

/// A stretch of a document that is not approved text.
///
/// @param start offset in the original, in UTF-16 units
/// @param end offset behind it
/// @param reason a sentence for the reader
/// @param material whether more than the form of the approved text was changed, or it cannot be told
/// @param nearest approved clauses it may have come from, the nearest first; empty if none is near
/// @param difference how it differs from the first of them, token by token in document order; empty if none is near
public record Deviation(
        int start,
        int end,
        Kind kind,
        String reason,
        boolean material,
        List<Nearest> nearest,
        List<Difference> difference) {

    /// The most dangerous first, as `src/docs/deviations.md` ranks them; equally dangerous ones in document order.
    public static final Comparator<Deviation> MOST_DANGEROUS_FIRST = Comparator.comparingInt(Deviation::rank)
            .thenComparingInt(Deviation::start)
            .thenComparingInt(Deviation::end);

    /// What is wrong with the stretch.
    public enum Kind {
        /// An approved clause with changes.
        ALTERED(Change.WORDING.rank),
        /// Nothing approved is near.
        UNKNOWN(25),
        /// Invisible or look-alike characters, or marks inside a word.
        TAMPERED(0),
        /// Approved text, but a value is outside its slot's grammar or contradicts the expected one.
        SLOT_VIOLATION(Change.NUMBER.rank),
        /// A placeholder stands where a value is missing.
        UNFILLED(70),
        /// Something whose text cannot be told.
        UNREADABLE(1),
        /// An approved text that a higher version in force replaces.
        SUPERSEDED(66),
        /// An approved text whose time is over.
        EXPIRED(64),
        /// An approved text that was withdrawn.
        RETIRED(62),
        /// An approved text whose time has not come.
        NOT_YET_VALID(68),
        /// An approved text for another jurisdiction than was asked for, or than other clauses are for.
        WRONG_JURISDICTION(60),
        /// A second clause of one family.
        REPEATED(56),
        /// A clause that another one excludes.
        CONFLICTING(52),
        /// A clause without one that it requires.
        INCOMPLETE(54),
        /// A clause that has to be bold or in capitals, and is neither.
        INCONSPICUOUS(72),
        /// A label or an indentation that shows a clause as a part of another one, or that is not the one a text
        /// names.
        MISLEADING_LABEL(50);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a change is made of, the most dangerous first; `src/docs/deviations.md` defines each.
    public enum Change {
        NEGATION(10),
        MONEY(12),
        NUMBER(12),
        DATE(14),
        MODALITY(16),
        PARTY(18),
        SCOPE(20),
        DEFINED_TERM(30),
        DELETION(32),
        INSERTION(34),
        REORDERING(36),
        WORDING(38),
        PUNCTUATION(90),
        CASE(92);

        private final int rank;

        Change(int rank) {
            this.rank = rank;
        }

        /// Whether words differ, and not only how they are written.
        public boolean material() {
            return this != PUNCTUATION && this != CASE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param score 1 for the same text down to 0 for nothing shared: one less the token edit distance, as a share of
    ///     the tokens of the longer text; a value in a slot counts as approved
    public record Nearest(ClauseVersionId clause, double score) {}

    /// A run of tokens.
    ///
    /// @param approved what the clause says here, slots as `{{name}}`; empty for an insertion
    /// @param found what the document says here; empty for a deletion
    /// @param start offset in the original of what was found, or of the place where something is missing
    /// @param changes what the change is made of; empty for an equal run
    public record Difference(
            Operation operation, String approved, String found, int start, int end, Set<Change> changes) {
        public Difference {
            changes = inOrder(changes);
        }
    }

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
        return new Deviation(start, end, kind, reason, true, List.of(), List.of());
    }

    /// What all changes are made of, the most dangerous first; empty if no words are compared.
    public Set<Change> changes() {
        return inOrder(difference.stream()
                .flatMap(part -> part.changes().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Change.class))));
    }

    private int rank() {
        int least = kind.rank;
        if (kind == Kind.ALTERED) {
            least = material ? kind.rank : Change.CASE.rank;
            for (Change change : changes()) {
                least = Math.min(least, change.rank);
            }
        }
        return least;
    }

    private static Set<Change> inOrder(Set<Change> changes) {
        return changes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(changes));
    }
}
