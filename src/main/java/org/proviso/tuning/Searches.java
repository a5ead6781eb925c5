package org.proviso.tuning;

import java.util.Collection;
import java.util.Map;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;

/// The searches that a tuning trains on and is measured by: those that the product makes.
public interface Searches {

    /// The model whose vectors they are by.
    Embedder embedder();

    /// A retriever that ranks with a projection; it serves until the next is asked for.
    Retriever with(Projection projection);

    /// The vectors of clauses, as the model made them.
    Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses);
}
