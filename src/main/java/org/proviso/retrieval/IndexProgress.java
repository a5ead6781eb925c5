package org.proviso.retrieval;

import org.proviso.library.Root;

/// How far an index is.
///
/// @param root the library that it holds
/// @param clauses the clause versions that it holds, all of them searchable by words
/// @param texts what has to be embedded: the clauses, and the questions that they answer
/// @param vectors how many of these have their vector and, where the index keeps them, those of their tokens
/// @param ready whether all have their vector; only then do vectors take part in ranking
public record IndexProgress(Root root, int clauses, int texts, int vectors, boolean ready) {

    /// Whether there is nothing left to embed.
    public boolean complete() {
        return vectors == texts;
    }
}
