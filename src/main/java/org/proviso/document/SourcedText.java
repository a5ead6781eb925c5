package org.proviso.document;

import java.util.Arrays;

/// Characters with their places in the original: what is left of a block when its marks are taken out.
///
/// A removed mark leaves a [#SEAM], so that taking it out can never join two pieces into one word unseen.
final class SourcedText {

    /// Stands where a mark was removed; a noncharacter, so no document holds it as text.
    static final char SEAM = '\uFFFF';

    private final StringBuilder characters = new StringBuilder();
    private int[] offsets = new int[256];

    void append(char character, int offset) {
        if (characters.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[characters.length()] = offset;
        characters.append(character);
    }

    void seam(int offset) {
        append(SEAM, offset);
    }

    int length() {
        return characters.length();
    }

    int codePointAt(int index) {
        return characters.codePointAt(index);
    }

    int offset(int index) {
        return offsets[index];
    }

    CharSequence characters() {
        return characters;
    }
}
