package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Quantity;

class ClauseFormTest {

    @Test
    void theFirstDecisionChangesFastest() {
        ClauseText text = ClauseText.parse("{{#if a}}A{{else}}-{{/if}}{{#each rows}}{{x}}{{/each}}");

        assertEquals(
                List.of(
                        "-⟦rows[1].x⟧⟦rows[2].x⟧",
                        "A⟦rows[1].x⟧⟦rows[2].x⟧",
                        "-⟦rows[1].x⟧⟦rows[2].x⟧⟦rows[3].x⟧",
                        "A⟦rows[1].x⟧⟦rows[2].x⟧⟦rows[3].x⟧"),
                ClauseForm.of(text, Map.of("rows", rows(2, 3))).stream()
                        .map(ClauseForm::text)
                        .toList());
    }

    @Test
    void aTextWithoutDecisionsHasOneForm() {
        ClauseForm only =
                ClauseForm.of(ClauseText.parse("For {{term}}"), Map.of()).getFirst();

        assertEquals(new ClauseForm(new TreeMap<>(), "For ⟦term⟧"), only);
    }

    @Test
    void aFormKeepsItsDecisionsByName() {
        ClauseForm set =
                ClauseForm.of(ClauseText.parse("{{#if a}}A{{/if}}"), Map.of()).getLast();

        assertEquals(Map.of("a", new Flag(true)), set.decisions());
        assertThrows(UnsupportedOperationException.class, () -> set.decisions().clear());
    }

    @Test
    void thereAreAtMostTwoHundredAndFiftySixForms() {
        assertEquals(256, ClauseForm.of(flags(8), Map.of()).size());
        assertEquals(256, ClauseForm.count(flags(8), Map.of()));
        assertEquals(257, ClauseForm.count(flags(9), Map.of()));
        assertEquals(257, ClauseForm.count(flags(40), Map.of()));
        assertThrows(IllegalArgumentException.class, () -> ClauseForm.of(flags(9), Map.of()));
    }

    @Test
    void whatIsNotDecidedIsUnsetAndStandsOnce() {
        ClauseText text = ClauseText.parse("{{#if a}}A{{/if}}{{#each rows}}{{x}}{{/each}}{{b}}");

        assertEquals("⟦rows[1].x⟧B", text.fill(new ClauseForm.Decided(Map.of(), Map.of("b", "B"))));
        assertEquals(
                "A⟦rows[1].x⟧⟦rows[2].x⟧⟦b⟧",
                text.fill(new ClauseForm.Decided(Map.of("a", new Flag(true), "rows", Quantity.count(2)), Map.of())));
        assertEquals("⟦rows[1].x⟧⟦b⟧", text.fill(new ClauseForm.Decided(Map.of("a", new Flag(false)), Map.of())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 41})
    void aTextHasOneToFortyWords(int maxWords) {
        assertThrows(IllegalArgumentException.class, () -> slot("x", null, null, maxWords, new TreeMap<>()));
        assertEquals(1, slot("x", null, null, 1, new TreeMap<>()).maxWords());
        assertEquals(40, slot("x", null, null, 40, new TreeMap<>()).maxWords());
    }

    @Test
    void rowsAreOneToFiftyUnlessTheSlotSaysOtherwise() {
        Slot open = Slot.of("x", SlotType.ROWS);

        assertEquals(1, open.minRows());
        assertEquals(50, open.maxRows());
        assertEquals(2, rows(2, 3).minRows());
        assertEquals(3, rows(2, 3).maxRows());
        assertEquals(List.of("x"), List.copyOf(rows(2, 3).columns().keySet()));
    }

    @Test
    void onlyTheNameOfAReferenceRefersToAFamily() {
        FamilyId family = new FamilyId("governing.law");

        assertEquals(family, Slot.referenced(Slot.reference(family)));
        assertNull(Slot.referenced("governing.law"));
        assertThrows(IllegalArgumentException.class, () -> Slot.of("Two words", SlotType.TEXT));
    }

    private static ClauseText flags(int count) {
        return ClauseText.parse(IntStream.range(0, count)
                .mapToObj(i -> "{{#if f" + i + "}}x{{/if}}")
                .collect(Collectors.joining()));
    }

    private static Slot rows(int min, int max) {
        SortedMap<String, Slot> columns = new TreeMap<>(Map.of("x", Slot.of("x", SlotType.TEXT)));
        return slot("rows", Quantity.count(min), Quantity.count(max), Slot.DEFAULT_MAX_WORDS, columns);
    }

    private static Slot slot(String name, SlotValue min, SlotValue max, int maxWords, SortedMap<String, Slot> columns) {
        return new Slot(name, SlotType.ROWS, "", null, min, max, maxWords, List.of(), columns);
    }
}
