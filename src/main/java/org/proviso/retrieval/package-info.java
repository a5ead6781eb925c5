/// Finding clauses: the ports to a search index and to an embedder, what a query may filter by, and how two rankings
/// become one with its reasons.
///
/// Start with [Retriever], which answers a [ClauseQuery]; [SearchIndex] and [Embedder] are the ports that
/// adapters implement, and [VectorIndexer] fills an index with vectors in the background. [MaxSim] compares
/// texts token by token, where the index keeps these, after a [TokenProjection]. Every ranking here is a total
/// order: score, then clause version id. Retrieval helps to choose and to explain; it never decides whether text
/// is approved.
@NullMarked
package org.proviso.retrieval;

import org.jspecify.annotations.NullMarked;
