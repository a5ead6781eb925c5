package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointsTest {

    private static final String WHITE_SPACE = "\t\n\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
            + "\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    @Test
    void whiteSpaceIsWhatTheTableSays() {
        Set<Integer> expected = WHITE_SPACE.codePoints().boxed().collect(Collectors.toSet());

        assertEquals(
                expected,
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(CodePoints::isWhiteSpace)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    @Test
    void visibleAsciiIsItselfAndTheRestIsTamperingOrWhiteSpace() {
        for (int codePoint = 0; codePoint < 0x80; codePoint++) {
            boolean visible = codePoint > ' ' && codePoint < 0x7F;
            assertEquals(
                    !visible && !CodePoints.isWhiteSpace(codePoint),
                    CodePoints.isTampering(codePoint),
                    "code point " + codePoint);
            assertEquals(Character.toString(codePoint), CodePoints.canonical(codePoint));
        }
        assertEquals("\u0080", CodePoints.canonical(0x80));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x000B, 0x0085, 0x00AD, 0x2028, 0x2029, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B,
                0x202E, 0x2800, 0x3164, 0xD800, 0xE000, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFF, 0xE0100, 0xE01EF
            })
    void whatIsInvisibleIsTamperingAndNoPartOfAWord(int codePoint) {
        assertTrue(CodePoints.isTampering(codePoint));
        assertFalse(CodePoints.isWordPart(codePoint));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x034E, 0x0350, 0x115E, 0x1161, 0x17B3, 0x17B6, 0x1810, 0x3163, 0x3165, 0xFF9F, 0xFFA1, 'a', '7'})
    void theirNeighboursArePartsOfWords(int codePoint) {
        assertFalse(CodePoints.isTampering(codePoint));
        assertTrue(CodePoints.isWordPart(codePoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x180A, 0x27FF, 0x2801, 0xFDFC, 0xFE10, '-', '§', 0x20AC, ' '})
    void marksAreNeither(int codePoint) {
        assertFalse(CodePoints.isTampering(codePoint));
        assertFalse(CodePoints.isWordPart(codePoint));
    }

    @ParameterizedTest
    @CsvSource({"pay, false", "p\u0430y, true", "Müller, false", "\u0440\u0430\u0437, false", "a\u03BF, true"})
    void aWordOfTwoScriptsIsMixed(String word, boolean mixed) {
        assertEquals(mixed, CodePoints.mixesScripts(word));
    }
}
