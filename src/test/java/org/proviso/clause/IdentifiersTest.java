package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "confidentiality.use", "a-1.b2"})
    void anIdIsWhatWasWritten(String id) {
        assertEquals(id, Identifiers.require("id", id));
        assertEquals(id, new ClauseId(id).toString());
        assertEquals(id, new FamilyId(id).toString());
        assertEquals(id, new ContractTypeId(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a.", "a..b", "a b", ".a"})
    void anIdOfAnotherShapeIsRefused(String id) {
        assertThrows(IllegalArgumentException.class, () -> new ClauseId(id));
        assertThrows(IllegalArgumentException.class, () -> new FamilyId(id));
        assertThrows(IllegalArgumentException.class, () -> new ContractTypeId(id));
    }

    @Test
    void anIdHasAtMostEightyCharacters() {
        assertEquals(80, new ClauseId("a".repeat(80)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new ClauseId("a".repeat(81)));
    }

    @Test
    void idsAreOrderedByTheirNames() {
        assertTrue(new ClauseId("a").compareTo(new ClauseId("b")) < 0);
        assertTrue(new FamilyId("b").compareTo(new FamilyId("a")) > 0);
        assertTrue(new ContractTypeId("a").compareTo(new ContractTypeId("b")) < 0);
        assertTrue(new Jurisdiction("DE").compareTo(new Jurisdiction("US-DE")) < 0);
    }

    @Test
    void versionsAreOrderedByIdThenNumber() {
        List<String> ordered = List.of("a@1", "a@2", "a@10", "b@1");

        assertEquals(
                ordered,
                Stream.of("b@1", "a@10", "a@2", "a@1")
                        .map(ClauseVersionId::parse)
                        .sorted()
                        .map(ClauseVersionId::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@", "a@0", "a@01", "a@1000000", "@1", "A@1"})
    void aVersionOfAnotherShapeIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> ClauseVersionId.parse(written));
    }

    @Test
    void versionsBeginAtOne() {
        assertEquals(1, new ClauseVersionId(new ClauseId("a"), 1).version());
        assertThrows(IllegalArgumentException.class, () -> new ClauseVersionId(new ClauseId("a"), 0));
    }

    @Test
    void positionsAreRankedFromPreferredToTheNinthFallback() {
        for (int rank = 0; rank <= 9; rank++) {
            Position position = new Position(rank);
            assertEquals(position, Position.parse(position.toString()));
        }
        assertEquals("preferred", Position.PREFERRED.toString());
        assertEquals("fallback-9", new Position(9).toString());
        assertTrue(new Position(1).compareTo(new Position(2)) < 0);
        assertThrows(IllegalArgumentException.class, () -> new Position(-1));
        assertThrows(IllegalArgumentException.class, () -> new Position(10));
        assertThrows(IllegalArgumentException.class, () -> Position.parse("fallback-0"));
    }

    @Test
    void jurisdictionsAreThoseOfTheTable() {
        assertEquals("any jurisdiction", Jurisdiction.ANY.printed());
        assertEquals("DE", new Jurisdiction("DE").toString());
        assertThrows(IllegalArgumentException.class, () -> new Jurisdiction("de"));
        assertFalse(Jurisdiction.isKnown("any"));
    }

    @Test
    void namesOfTypesAreReadAsTheyAreWritten() {
        for (SlotType type : SlotType.values()) {
            assertEquals(
                    type != SlotType.LABEL,
                    SlotType.named(type.toString()).filter(type::equals).isPresent());
        }
        for (ContractLocale locale : ContractLocale.values()) {
            assertEquals(locale, ContractLocale.tagged(locale.toString()).orElseThrow());
        }
        assertEquals("approved", Status.APPROVED.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PARTY   | false | true
            PERSON  | false | true
            ADDRESS | false | true
            TEXT    | false | true
            DATE    | true  | false
            DURATION | true | false
            MONEY   | true  | false
            PERCENT | true  | false
            INTEGER | true  | false
            ROWS    | true  | false
            EMAIL   | false | false
            LABEL   | false | false
            """)
    void aTypeIsBoundedOrFreeTextOrNeither(SlotType type, boolean bounded, boolean freeText) {
        assertEquals(bounded, type.isBounded());
        assertEquals(freeText, type.isFreeText());
    }

    @Test
    void anExcerptShowsAtMostEightyCharactersAndWhatIsInvisible() {
        assertEquals("a".repeat(80), Excerpt.of("a".repeat(80)));
        assertEquals("a".repeat(80) + "…", Excerpt.of("a".repeat(81)));
        assertEquals("a\\u{a}\\u{200b}b", Excerpt.of("a\n\u200Bb"));
    }

    @Test
    void aPlaceholderHasTheNameOfItsSlot() {
        assertEquals("fees[2].amount", Placeholder.name(Placeholder.of("fees[2].amount")));
    }
}
