package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseQueryTest {

    private static final ClauseFilter TODAY = ClauseFilter.asOf(LocalDate.of(2026, 6, 1));

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aBlankQueryIsRefusedWithARemedy(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new ClauseQuery(text, TODAY, 1));

        assertTrue(String.valueOf(refusal.getMessage()).contains("write what"), refusal::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101})
    void aLimitOutOfBoundsIsRefusedWithTheBounds(int limit) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new ClauseQuery("return", TODAY, limit));

        assertTrue(String.valueOf(refusal.getMessage()).contains(limit + " is out of bounds: ask for 1 to 100"));
    }

    @Test
    void aLongQueryIsCutBetweenCharacters() {
        assertEquals("x".repeat(2_000), new ClauseQuery("x".repeat(5_000), TODAY, 1).text());
        assertEquals("x".repeat(1_999), new ClauseQuery("x".repeat(1_999) + "🍕".repeat(9), TODAY, 1).text());
    }
}
