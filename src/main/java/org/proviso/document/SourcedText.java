package org.proviso.document;

import java.util.Arrays;

/// Characters with their places in the original: what is left of a block when its marks are taken out.
///
/// A removed mark leaves a [#SEAM], so that taking it out can never join two pieces into one word unseen.
final class SourcedText {

    /// Stands where a mark was removed; a noncharacter, so no document holds it as text.
    static final char SEAM = '\uFFFF';

    private static final int RECENT = 1 << 10;

    /// Words by their hash, since the words of a text recur.
    private final String[] recent = new String[RECENT];

    private char[] characters = new char[256];
    private int[] offsets = new int[256];
    private int length;

    void append(char character, int offset) {
        reserve(1);
        characters[length] = character;
        offsets[length++] = offset;
    }

    /// Appends `source` from `start` to `end`, as it stands there.
    void append(String source, int start, int end) {
        reserve(end - start);
        source.getChars(start, end, characters, length);
        for (int offset = start; offset < end; offset++) {
            offsets[length++] = offset;
        }
    }

    private void reserve(int more) {
        if (length + more > characters.length) {
            int size = Math.max(length + more, 2 * characters.length);
            characters = Arrays.copyOf(characters, size);
            offsets = Arrays.copyOf(offsets, size);
        }
    }

    void seam(int offset) {
        append(SEAM, offset);
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    int codePointAt(int index) {
        return Character.codePointAt(characters, index, length);
    }

    int offset(int index) {
        return offsets[index];
    }

    /// The same as `substring`, mostly without making a new string.
    String word(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + characters[i];
        }
        int index = (hash ^ hash >>> 10) & (RECENT - 1);
        String word = recent[index];
        if (word == null || !isAt(word, start, end)) {
            word = substring(start, end);
            recent[index] = word;
        }
        return word;
    }

    private boolean isAt(String word, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != characters[start + i]) {
                return false;
            }
        }
        return true;
    }

    /// The characters from `start` to `end`, seams included.
    String substring(int start, int end) {
        return new String(characters, start, end - start);
    }
}
