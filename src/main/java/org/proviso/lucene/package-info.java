/// The search index on Apache Lucene: the only importer of it.
///
/// Start with [LuceneClauseIndex], which opens, reuses or rebuilds the index in a folder; [Opening] says which. One
/// [ClauseSchema] owns fields, analyzers and similarity for writing and reading.
///
/// On disk there are two Lucene indexes in one folder, with late interaction three. `words` is written once, in
/// one commit that records root and schema: with the vectors in it, adding them would leave deleted documents
/// behind that count in BM25's statistics, and rankings would depend on the history of the folder. `vectors`
/// grows batch by batch and is keyed by what was embedded, so that a changed library embeds its changed clauses
/// only. Vectors are searched exactly, out of memory: an approximate graph would make the order depend on how its
/// segments came about. `tokens`, which [TokenTable] has, grows as `vectors` does and is read where it lies, for
/// it is many times as large.
@NullMarked
package org.proviso.lucene;

import org.jspecify.annotations.NullMarked;
