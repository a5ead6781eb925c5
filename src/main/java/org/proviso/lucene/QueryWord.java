package org.proviso.lucene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word of a query, or one that is searched beside or in the place of it.
///
/// @param written as the query writes it, in lower case and without a possessive ending
/// @param stem as the index knows it
/// @param compound the stem of the compound that it is a part of, for which a text may have no parts; or null
/// @param content whether it says what the query is about, as modals and negations do not, nor what was added
/// @param weight how much it counts beside others, 1 for a word of the query
record QueryWord(String written, String stem, @Nullable String compound, boolean content, float weight) {

    static QueryWord of(String written, String stem, @Nullable String compound, boolean content) {
        return new QueryWord(written, stem, compound, content, 1);
    }

    static QueryWord added(String stem, float weight) {
        return new QueryWord(stem, stem, null, false, weight);
    }

    /// Whether the query has it.
    boolean isWritten() {
        return weight == 1;
    }

    /// The terms of the index that are this word.
    List<String> spellings() {
        return compound == null || compound.equals(stem) ? List.of(stem) : List.of(stem, compound);
    }
}
