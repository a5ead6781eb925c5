package org.proviso.evaluation;

import java.util.List;

/// What a retriever has to rank, and for which queries.
///
/// @param queries those that have judgements, in the order of their file
/// @param unjudged how many have none and are passed over
public record RetrievalTask(RetrievalCorpus corpus, List<JudgedQuery> queries, int unjudged) {
    public RetrievalTask {
        queries = List.copyOf(queries);
    }
}
