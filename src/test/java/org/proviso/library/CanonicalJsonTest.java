package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void keysStandInUtf16OrderAsInRfc8785() {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
                CanonicalJson.write(Map.of(
                        "\u20ac", 5, "\r", 1, "\ufb33", 7, "1", 2, "\ud83d\ude00", 6, "\u0080", 3, "\u00f6", 4)));
    }

    @Test
    void stringsHaveTheShortestEscapes() {
        assertEquals(
                "[\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\u007f€\"]",
                CanonicalJson.write(List.of("\b\t\n\f\r\"\\/\u0000\u001f\u007f€")));
    }

    @Test
    void floatingPointNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of(1.5)));
    }
}
