package org.proviso.evaluation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.verification.Deviation;
import org.proviso.verification.Span;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;

/// What the verifier said of both sides of a pair.
///
/// @param clause the clause that the original is, naively compared; null if it cannot be one
/// @param alteredClause the same for the altered side; null if it is none or several
/// @param unusable why not; null if it can
/// @param inLibrary whether the altered side is text of the library, naively compared
/// @param original null if the original holds no text
/// @param altered null if the altered side holds no text
/// @param closer whether an original is closer to the altered side than the clause that the verifier named
/// @param bytes both sides in UTF-8
/// @param nanos to read and verify both sides
record PairOutcome(
        EditPair pair,
        @Nullable ClauseVersionId clause,
        @Nullable ClauseVersionId alteredClause,
        @Nullable Unusable unusable,
        boolean inLibrary,
        @Nullable Verification original,
        @Nullable Verification altered,
        boolean closer,
        long bytes,
        long nanos) {

    boolean isFalseReject() {
        return unusable == null && (original == null || original.verdict() != Verdict.VERIFIED);
    }

    /// Whether an edit, rather than another format of the same text, was verified.
    boolean isEdit() {
        return !inLibrary && altered != null;
    }

    boolean isFalseAccept() {
        return isEdit() && !isRejected(altered);
    }

    boolean isRejectedEdit() {
        return isEdit() && isRejected(altered);
    }

    /// Whether the altered side is the original in another format.
    boolean isOwnText() {
        return clause != null && clause.equals(alteredClause);
    }

    /// Text of the library that the verifier takes for another text.
    boolean isSkippedRejected() {
        return inLibrary && (altered == null || altered.verdict() != Verdict.VERIFIED);
    }

    boolean isOriginalMisattributed() {
        return isMisattributed(original, clause);
    }

    boolean isAlteredMisattributed() {
        return isMisattributed(altered, alteredClause);
    }

    /// No two clauses have the same text, so one clause and no other has to be named.
    private static boolean isMisattributed(@Nullable Verification verification, @Nullable ClauseVersionId clause) {
        return verification != null
                && clause != null
                && verification.verdict() == Verdict.VERIFIED
                && !verification.spans().stream().map(Span::clauses).toList().equals(List.of(List.of(clause)));
    }

    /// The clause that the altered side is said to come from.
    Optional<ClauseVersionId> nearest() {
        return nearest(altered);
    }

    static Optional<ClauseVersionId> nearest(@Nullable Verification altered) {
        return altered == null
                ? Optional.empty()
                : altered.deviations().stream()
                        .map(Deviation::nearest)
                        .filter(nearest -> !nearest.isEmpty())
                        .map(nearest -> nearest.getFirst().clause())
                        .findFirst();
    }

    private static boolean isRejected(@Nullable Verification verification) {
        return verification != null && verification.verdict() == Verdict.REJECTED;
    }
}
