package org.proviso.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a clause was found, and what tells how well it fits.
///
/// @param lexicalRank its rank by words, from 1; null if it is not among the best
///     [Retriever#CANDIDATES_PER_SIDE] by words
/// @param lexicalScore its BM25 score; null with the rank
/// @param denseRank its rank by meaning, from 1; null likewise, or if the search went by words alone
/// @param cosine the similarity of query and clause, -1 to 1; null only if the search went by words alone
/// @param late how near the query's tokens are to those of the clause or of a question that it answers, -1 to 1; null
///     unless the best were ranked by it too
/// @param passage where in the clause's text these tokens are nearest, in its own words; null with `late`, and
///     beyond the first ten
/// @param matchedFields the indexed fields that hold a content word of the query, in name order
/// @param matchedTerms the content words of the query that the clause holds, as the query writes them, in its order
/// @param queryTermCount how many distinct content words the query has; question words, articles, prepositions,
///     modals and negations are not content
public record Reasons(
        @Nullable Integer lexicalRank,
        @Nullable Double lexicalScore,
        @Nullable Integer denseRank,
        @Nullable Double cosine,
        @Nullable Double late,
        @Nullable String passage,
        List<String> matchedFields,
        List<String> matchedTerms,
        int queryTermCount) {

    public Reasons {
        matchedFields = List.copyOf(matchedFields);
        matchedTerms = List.copyOf(matchedTerms);
    }

    /// How many distinct content words of the query the clause holds.
    public int matchedTermCount() {
        return matchedTerms.size();
    }
}
