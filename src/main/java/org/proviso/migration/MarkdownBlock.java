package org.proviso.migration;

import java.util.List;

/// A block of a Markdown file, out of its lists.
sealed interface MarkdownBlock {

    /// From 1.
    int line();

    /// A paragraph or a heading.
    ///
    /// @param heading its level, 0 for a paragraph
    /// @param depth how many lists it stands in
    /// @param marker what the innermost list puts in front of it
    /// @param lost what its words had that a clause cannot have
    record Text(int line, int heading, int depth, Marker marker, List<Piece> pieces, List<String> lost)
            implements MarkdownBlock {
        public Text {
            pieces = List.copyOf(pieces);
            lost = List.copyOf(lost);
        }
    }

    /// What a clause has no form for.
    record Unknown(int line, String what) implements MarkdownBlock {}

    /// A list's mark.
    ///
    /// @param number from 1; 0 for an item with a bullet, and for a block that does not begin an item
    /// @param bullet whether it is a bullet
    record Marker(int number, boolean bullet) {
        static final Marker NONE = new Marker(0, false);
    }
}
