package org.proviso.retrieval;

import org.proviso.library.Root;

/// How far an index is.
///
/// @param root the library that it holds
/// @param clauses the clause versions that it holds, all of them searchable by words
/// @param texts what has to be embedded: the clauses, and the questions that they answer
/// @param vectors how many of these have their vector
/// @param ready whether all of them do; only then do vectors take part in ranking
public record IndexProgress(Root root, int clauses, int texts, int vectors, boolean ready) {}
