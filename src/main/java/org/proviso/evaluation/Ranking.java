package org.proviso.evaluation;

import java.util.List;
import org.proviso.retrieval.RankedClause;

/// What a retriever found for a query.
///
/// @param clauses best first
/// @param nanos how long the search took
public record Ranking(JudgedQuery query, List<RankedClause> clauses, long nanos) {

    public Ranking {
        clauses = List.copyOf(clauses);
    }

    /// @param relevant the lowest grade of a relevant clause
    GradedRanking graded(int relevant) {
        return new GradedRanking(
                clauses.stream()
                        .map(ranked -> query.grade(ranked.clause().versionId()))
                        .toList(),
                List.copyOf(query.grades().values()),
                relevant);
    }
}
