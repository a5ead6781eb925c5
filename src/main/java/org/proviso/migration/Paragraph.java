package org.proviso.migration;

import java.util.List;

/// A paragraph of a clause.
///
/// @param label such as `(a)`, `-` for an item without a number, or empty
record Paragraph(String label, List<Piece> pieces, Place place) {

    Paragraph {
        pieces = List.copyOf(pieces);
    }

    /// Whether all that can be seen of it is bold.
    boolean isStrong() {
        boolean any = false;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words && !words.text().isBlank()) {
                if (!words.strong()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
