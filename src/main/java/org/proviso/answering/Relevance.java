package org.proviso.answering;

import org.proviso.retrieval.RankedClause;
import org.proviso.retrieval.Reasons;

/// Whether a clause that was found is near enough to a question to be quoted. It decides only what is shown; what is
/// shown is approved text in any case.
///
/// The figures come from hand-made questions on the shipped library (`src/docs/decisions/0006-relevance.md`).
final class Relevance {

    /// From here on every clause that came up answered its question.
    private static final double NEAR = 0.40;

    /// Below this none did; in between, the words of the question decide.
    private static final double FAR = 0.30;

    private Relevance() {}

    /// By meaning where vectors are there, else by whether the clause holds the words of the question.
    static boolean fits(RankedClause found) {
        Reasons reasons = found.reasons();
        Double cosine = reasons.cosine();
        boolean holdsEveryWord = reasons.queryTermCount() > 0 && reasons.matchedTermCount() == reasons.queryTermCount();
        if (cosine == null) {
            return holdsEveryWord;
        }
        return cosine >= NEAR || (cosine >= FAR && holdsEveryWord);
    }
}
