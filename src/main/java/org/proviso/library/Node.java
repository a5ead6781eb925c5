package org.proviso.library;

import java.util.List;

/// Fields as YAML and JSON write them, each with the line it stands on, from 1.
sealed interface Node {

    /// Mappings and lists that a library understands are never nested deeper; deeper ones are refused unread.
    int MAX_DEPTH = 16;

    int line();

    /// A text, number, boolean or null by its characters; null is the empty text.
    record Scalar(String text, int line) implements Node {}

    record Sequence(List<Node> elements, int line) implements Node {}

    /// @param entries as written, so a key may stand there twice
    record Mapping(List<Entry> entries, int line) implements Node {}

    /// @param key empty if the key is no word
    record Entry(String key, int line, Node value) {}
}
