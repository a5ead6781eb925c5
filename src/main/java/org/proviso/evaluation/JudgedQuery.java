package org.proviso.evaluation;

import java.util.Map;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.ClauseFilter;

/// A query with what a person says of the clauses that it should find.
///
/// @param tag what kind of query it is; empty if the data does not say
/// @param filter which clauses it asks for
/// @param grades how relevant the judged clauses are, from 0; at least one
public record JudgedQuery(
        String id, String text, String tag, ClauseFilter filter, Map<ClauseVersionId, Integer> grades) {

    public JudgedQuery {
        grades = Map.copyOf(grades);
    }

    /// Where to search for it.
    ///
    /// @param judgedOnly whether clauses that nobody judged are left out
    ClauseFilter filter(boolean judgedOnly) {
        return judgedOnly ? filter.among(grades.keySet()) : filter;
    }

    /// The grade of a clause; 0 if nobody judged it.
    int grade(ClauseVersionId clause) {
        return grades.getOrDefault(clause, 0);
    }
}
