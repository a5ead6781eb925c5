package org.proviso.document;

import java.util.List;
import java.util.stream.Stream;

/// A document as verification sees it.
///
/// @param source the original text, which every offset refers to
/// @param blocks in the order of the document
/// @param unreadable what is not understood, in the order of the document
public record CanonicalDocument(String source, List<Block> blocks, List<Unreadable> unreadable) {

    public CanonicalDocument {
        blocks = List.copyOf(blocks);
        unreadable = List.copyOf(unreadable);
    }

    public Stream<Token> tokens() {
        return blocks.stream().flatMap(block -> block.tokens().stream());
    }

    public boolean isEmpty() {
        return blocks.isEmpty() && unreadable.isEmpty();
    }
}
