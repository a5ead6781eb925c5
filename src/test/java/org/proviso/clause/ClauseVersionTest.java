package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.SlotValue.Flag;

class ClauseVersionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Validity YEAR = new Validity(FIRST, LAST.plusDays(1));
    private static final Jurisdiction GERMANY = new Jurisdiction("DE");
    private static final Jurisdiction FRANCE = new Jurisdiction("FR");
    private static final ContractTypeId NDA = new ContractTypeId("nda");
    private static final String FEES = "{{#each fees}}{{item}}{{/each}}{{day}}{{#if sole}} only{{/if}}";

    @Test
    void aVersionIsInForceFromItsFirstToItsLastDay() {
        ClauseVersion approved = version(Status.APPROVED, List.of(Jurisdiction.ANY), List.of());

        assertTrue(approved.isValid(FIRST));
        assertTrue(approved.isValid(LAST));
        assertFalse(approved.isValid(FIRST.minusDays(1)));
        assertFalse(approved.isValid(LAST.plusDays(1)));
        assertFalse(version(Status.DRAFT, List.of(GERMANY), List.of()).isValid(FIRST));
        assertFalse(version(Status.RETIRED, List.of(GERMANY), List.of()).isValid(FIRST));
    }

    @Test
    void anOpenValidityHasNoFirstOrLastDay() {
        assertTrue(Validity.ALWAYS.includes(LocalDate.MIN));
        assertTrue(new Validity(null, LAST).includes(FIRST));
        assertFalse(new Validity(null, LAST).includes(LAST));
        assertTrue(new Validity(FIRST, null).includes(LAST));
        assertFalse(new Validity(LAST, null).includes(FIRST));
        assertThrows(IllegalArgumentException.class, () -> new Validity(FIRST, FIRST));
        assertThrows(IllegalArgumentException.class, () -> new Validity(LAST, FIRST));
    }

    @Test
    void aVersionFitsItsJurisdictionsAndContracts() {
        ClauseVersion everywhere = version(Status.APPROVED, List.of(Jurisdiction.ANY), List.of());
        ClauseVersion german = version(Status.APPROVED, List.of(GERMANY), List.of(NDA));

        assertTrue(everywhere.fits(FRANCE));
        assertTrue(german.fits(GERMANY));
        assertFalse(german.fits(FRANCE));
        assertTrue(everywhere.servesContract(NDA));
        assertTrue(german.servesContract(NDA));
        assertFalse(german.servesContract(new ContractTypeId("lease")));
        assertThrows(IllegalArgumentException.class, () -> version(Status.APPROVED, List.of(), List.of()));
    }

    @Test
    void aNameIsThatOfASlotAColumnInARowOrAReference() {
        ClauseVersion version = version(Status.APPROVED, List.of(GERMANY), List.of());

        assertEquals(SlotType.DATE, present(version.slot("day")).type());
        assertEquals(Slot.of("fees[2].item", SlotType.TEXT), version.slot("fees[2].item"));
        assertEquals(SlotType.LABEL, present(version.slot("ref:law")).type());
        assertNull(version.slot("other"));
        assertNull(version.slot("fees[2].other"));
        assertNull(version.slot("other[2].item"));
        assertNull(version.slot("[2].item"));
    }

    @Test
    void theTextIsFilledWithValuesAndDecisions() {
        ClauseVersion version = version(Status.APPROVED, List.of(GERMANY), List.of());

        assertEquals("Tea⟦day⟧ only", version.fill(Map.of("fees[1].item", "Tea"), Map.of("sole", new Flag(true))));
        assertEquals(100, version.forms().size());
        assertEquals("a", version.id().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x{{day}}                                          | other
            {{#each day}}{{item}}{{/each}}{{fees}}{{sole}}    | a repeated date
            {{#each fees}}{{other}}{{/each}}{{day}}{{sole}}   | another column
            """)
    void slotsAreThoseThatTheTextNames(String text, String why) {
        assertThrows(
                IllegalArgumentException.class, () -> version(Status.APPROVED, List.of(GERMANY), List.of(), text), why);
    }

    private static Slot present(Slot slot) {
        assertNotNull(slot);
        return slot;
    }

    private static ClauseVersion version(Status status, List<Jurisdiction> where, List<ContractTypeId> contracts) {
        return version(status, where, contracts, FEES);
    }

    private static ClauseVersion version(
            Status status, List<Jurisdiction> where, List<ContractTypeId> contracts, String text) {
        SortedMap<String, Slot> columns = new TreeMap<>(Map.of("item", Slot.of("item", SlotType.TEXT)));
        Slot fees = new Slot("fees", SlotType.ROWS, "", null, null, null, 25, List.of(), columns);
        SortedMap<String, Slot> slots = new TreeMap<>(
                Map.of("day", Slot.of("day", SlotType.DATE), "fees", fees, "sole", Slot.of("sole", SlotType.FLAG)));
        return new ClauseVersion(
                ClauseVersionId.parse("a@1"),
                "A",
                new FamilyId("a"),
                "general",
                Position.PREFERRED,
                status,
                where,
                contracts,
                YEAR,
                null,
                "anyone",
                false,
                null,
                slots,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                ClauseText.parse(text));
    }
}
