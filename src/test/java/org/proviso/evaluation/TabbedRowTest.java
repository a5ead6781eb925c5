package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabbedRowTest {

    @Test
    void cellsArePartedByTabs() {
        assertEquals(List.of("a b", "c", "2"), TabbedRow.cells("a b\tc\t2"));
        assertEquals(List.of("", "c", ""), TabbedRow.cells("\tc\t"));
        assertEquals(List.of(""), TabbedRow.cells(""));
    }

    @Test
    void aQuotedCellMayHoldQuotationMarksAndTabs() {
        assertEquals(List.of("\"as is\" clause", "e2", "3"), TabbedRow.cells("\"\"\"as is\"\" clause\"\t\"e2\"\t3"));
        assertEquals(List.of("a\tb", ""), TabbedRow.cells("\"a\tb\"\t\"\""));
    }

    @Test
    void aQuotationMarkWithinACellIsAQuotationMark() {
        assertEquals(List.of("5\" pipe", "x"), TabbedRow.cells("5\" pipe\tx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a\tb", "\"a\"\"\tb", "\"a\"b\tc"})
    void aBrokenQuoteIsRefused(String row) {
        assertThrows(IllegalArgumentException.class, () -> TabbedRow.cells(row));
    }
}
