package org.proviso.retrieval;

import java.util.Collection;
import java.util.Map;
import org.proviso.clause.ClauseVersionId;

/// Late interaction: clauses scored by how near their tokens are to those of a question, by [MaxSim].
public interface LateScores {

    /// Whether every clause can be scored.
    boolean lateReady();

    /// The score of each of `clauses`: the greatest of its text and of the questions that it answers
    /// ([Applicability#questions]).
    ///
    /// @param tokens the vectors of the question's tokens, as the model made them
    /// @throws IllegalStateException if not every clause can be scored
    Map<ClauseVersionId, Double> lateScores(float[] tokens, Collection<ClauseVersionId> clauses);
}
