package org.proviso.document;

import java.util.List;

/// A paragraph, list item or heading.
///
/// @param tokens its canonical tokens without the label, at least one
/// @param label what stands in front of it as a list marker or label; empty if nothing does
public record Block(List<Token> tokens, String label) {

    public Block {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a block without tokens is none");
        }
    }

    public boolean labelled() {
        return !label.isEmpty();
    }

    /// The offset of its first token in the original.
    public int start() {
        return tokens.getFirst().start();
    }

    /// The offset behind its last token.
    public int end() {
        return tokens.getLast().end();
    }
}
