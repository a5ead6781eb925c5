package org.proviso.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.document.MarkdownReader;
import org.proviso.drafting.Draft.Source;
import org.proviso.drafting.Draft.Status;
import org.proviso.library.ContractType.Item;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Deviation;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verifier;

class DraftingChainTest {

    private static final LibrarySnapshot LIBRARY = SampleLibrary.library();
    private static final DraftingChain CHAIN = new DraftingChain(LIBRARY, new Verifier(LIBRARY));
    private static final Jurisdiction DELAWARE = new Jurisdiction("US-DE");

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void completeValuesGiveAVerifiedContract(String jurisdiction) {
        Draft draft = draft(jurisdiction, SampleLibrary.NDA_VALUES, Map.of());

        assertEquals(Status.COMPLETE, draft.status());
        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
        assertEquals(1.0, draft.verification().coverage());
        assertTrue(draft.verification().completeness().holds());
        assertEquals(List.of(), draft.questions());
        assertEquals(
                List.of("select", "fill", "assemble", "verify"),
                draft.trace().stream().map(TraceStep::step).toList());
    }

    @Test
    void everyPositionOfEveryFamilyDraftsAndVerifiesInEveryJurisdiction() {
        List<String> failures = new ArrayList<>();
        int drafted = 0;
        for (Jurisdiction jurisdiction : SampleLibrary.mutualNda().jurisdictions()) {
            for (Item item : SampleLibrary.mutualNda().items().toList()) {
                for (ClauseVersion clause : LIBRARY.ladder(
                        item.family(), SampleLibrary.mutualNda().id(), jurisdiction, SampleLibrary.TODAY)) {
                    try {
                        Draft draft = draft(
                                jurisdiction.code(),
                                SampleLibrary.NDA_VALUES,
                                Map.of(item.family(), clause.position()));
                        assertTrue(draft.document().blocks().stream()
                                .anyMatch(block -> block.clause().equals(clause)));
                        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
                        drafted++;
                    } catch (InvalidRequestException conflict) {
                        if (!conflict.getMessage().contains("contradict each other")) {
                            failures.add(jurisdiction + " " + clause.versionId() + ": " + conflict.getMessage());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(drafted > 80, drafted + " drafts");
    }

    @Test
    void everyFlagDraftsAndVerifiesBothWays() {
        for (ClauseVersion clause : SampleLibrary.mutualNda()
                .families()
                .flatMap(family ->
                        LIBRARY.ladder(family, SampleLibrary.mutualNda().id(), DELAWARE, SampleLibrary.TODAY).stream())
                .toList()) {
            for (String flag : clause.text().flagNames()) {
                for (String set : List.of("true", "false")) {
                    Draft draft = draft(
                            "US-DE",
                            SampleLibrary.ndaValuesWith(flag, set),
                            Map.of(clause.family(), clause.position()));
                    assertEquals(Verdict.VERIFIED, draft.verification().verdict(), flag + " " + set);
                }
            }
        }
    }

    @Test
    void missingValuesBecomeQuestionsAndPlaceholdersAndNothingIsInvented() {
        Draft draft = draft("US-DE", Map.of("first-party", "Acme, Inc."), Map.of());

        assertEquals(Status.NEEDS_INPUT, draft.status());
        Set<String> asked = new TreeSet<>();
        draft.questions().forEach(question -> asked.add(question.slot().name()));
        Set<String> missing = new TreeSet<>(SampleLibrary.NDA_VALUES.keySet());
        missing.remove("first-party");
        assertEquals(missing, asked);
        missing.forEach(slot -> assertTrue(draft.document().markdown().contains("⟦" + slot + "⟧"), slot));
        assertTrue(draft.verification().deviations().stream().allMatch(d -> d.kind() == Deviation.Kind.UNFILLED));
        draft.questions().forEach(question -> assertTrue(question.ask().endsWith("?"), question::ask));
    }

    @Test
    void everyValueComesFromTheRequestOrIsTheLibrarysDefault() {
        Draft draft = draft("US-DE", SampleLibrary.NDA_VALUES, Map.of());

        draft.values().forEach((name, value) -> {
            assertEquals(SampleLibrary.NDA_VALUES.containsKey(name) ? Source.REQUEST : Source.DEFAULT, value.source());
            if (value.source() == Source.DEFAULT) {
                assertEquals(value.slot().defaultValue(), value.value());
            }
        });
        assertEquals(
                "three (3) years",
                LIBRARY.slotFormat()
                        .print(
                                draft.values().get("confidentiality-period").slot(),
                                draft.values().get("confidentiality-period").value()));
    }

    @Test
    void everyWordOfADraftIsAWordOfItsClausesValuesHeadingsOrLabels() {
        Draft draft = draft("US-DE", SampleLibrary.NDA_VALUES, Map.of());

        long covered = draft.verification().spans().stream()
                .mapToLong(span -> span.end() - span.start())
                .sum();
        long tokens = MarkdownReader.read(draft.document().markdown()).tokens().count();
        assertTrue(tokens > 2_000);
        assertTrue(covered > draft.document().markdown().length() * 0.97);
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        assertEquals(
                draft("GB-EAW", SampleLibrary.NDA_VALUES, Map.of()).document(),
                draft("GB-EAW", SampleLibrary.NDA_VALUES, Map.of()).document());
    }

    @Test
    void jurisdictionsGetTheirOwnClauses() {
        String delaware =
                draft("US-DE", SampleLibrary.NDA_VALUES, Map.of()).document().markdown();
        String england =
                draft("GB-EAW", SampleLibrary.NDA_VALUES, Map.of()).document().markdown();

        assertTrue(delaware.contains("Delaware law")
                || delaware.contains("law of the State of Delaware")
                || delaware.contains("laws of the State of Delaware"));
        assertTrue(england.contains("Contracts (Rights of Third Parties) Act 1999"));
        assertFalse(delaware.contains("Contracts (Rights of Third Parties) Act 1999"));
    }

    @Test
    void aFallbackIsAConcessionThatNamesWhatWasPreferred() {
        Draft draft = draft(
                "US-DE", SampleLibrary.NDA_VALUES, Map.of(new FamilyId("confidentiality.affiliates"), new Position(1)));

        assertEquals(1, draft.concessions().size());
        assertEquals(
                "confidentiality.affiliates.need-to-know@1",
                draft.concessions().getFirst().chosen().versionId().toString());
        assertEquals(
                "confidentiality.affiliates.consent@1",
                draft.concessions().getFirst().preferred().versionId().toString());
        assertFalse(draft.document().markdown().contains("fallback"));
    }

    @Test
    void optionalFamiliesComeAndGo() {
        FamilyId residuals = new FamilyId("residuals");
        FamilyId discussions = new FamilyId("confidentiality.discussions");
        Draft usual = draft("US-DE", SampleLibrary.NDA_VALUES, Map.of());
        Draft changed = CHAIN.draft(new DraftRequest(
                SampleLibrary.mutualNda(),
                DELAWARE,
                SampleLibrary.TODAY,
                new TreeMap<>(SampleLibrary.NDA_VALUES),
                new TreeMap<>(),
                new TreeSet<>(Set.of(residuals)),
                new TreeSet<>(Set.of(discussions))));

        assertFalse(has(usual, residuals));
        assertTrue(has(usual, discussions));
        assertTrue(has(changed, residuals));
        assertFalse(has(changed, discussions));
        assertEquals(Verdict.VERIFIED, changed.verification().verdict());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            purpose       | what the Recipient shall do              | values.purpose       | could change
            purpose       | testing, except for sales                | values.purpose       | could change
            first-party   | Acme. The Recipient pays all costs       | values.first-party   | end of a sentence
            first-party   | Acme (free of all liability)             | values.first-party   | holds "("
            first-party   | ⟦first-party⟧                            | values.first-party   | holds
            effective-date | 2026-02-31                              | values.effective-date | no such day
            disclosure-period | thirty (3) days                      | values.disclosure-period | word and figure disagree
            disclosure-period | 20 years                             | values.disclosure-period | most allowed
            no-such-slot  | x                                        | values.no-such-slot  | the slots are
            first-signatory | A. Smith [x](y)                        | values.first-signatory | holds "["
            """)
    void aWrongValueIsRefusedWithItsFieldAndReason(String slot, String value, String field, String reason) {
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> draft("US-DE", SampleLibrary.ndaValuesWith(slot, value), Map.of()));

        assertEquals(field, refusal.problems().getFirst().field());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void allWrongValuesAreReportedTogether() {
        Map<String, String> values = SampleLibrary.ndaValuesWith("purpose", "no");
        values.put("effective-date", "someday");

        assertEquals(
                2,
                assertThrows(InvalidRequestException.class, () -> draft("US-DE", values, Map.of()))
                        .problems()
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US-WA | nda.purpose                | preferred  | not drafted for US-WA
            US-DE | no.such.family             | preferred  | has no family
            US-DE | residuals                  | fallback-5 | no approved clause at fallback-5
            US-DE | assignment                 | fallback-2 | contradict each other
            """)
    void whatTheLibraryDoesNotHaveIsRefused(String jurisdiction, String family, String position, String reason) {
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> draft(
                        jurisdiction,
                        SampleLibrary.NDA_VALUES,
                        Map.of(new FamilyId(family), Position.parse(position))));

        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void aRequiredFamilyCannotBeExcluded() {
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> CHAIN.draft(new DraftRequest(
                        SampleLibrary.mutualNda(),
                        DELAWARE,
                        SampleLibrary.TODAY,
                        new TreeMap<>(SampleLibrary.NDA_VALUES),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>(Set.of(new FamilyId("nda.purpose"))))));

        assertTrue(refusal.getMessage().contains("required"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT&T Corp.",
                "A. Smith & Co. KG",
                "3M Company",
                "L'Oréal S.A.",
                "Bank of the West",
                "Müller-Lüdenscheidt GmbH"
            })
    void unusualNamesDraftAndVerify(String name) {
        Draft draft = draft("US-DE", SampleLibrary.ndaValuesWith("first-party", name), Map.of());

        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
    }

    private static boolean has(Draft draft, FamilyId family) {
        return draft.document().blocks().stream()
                .anyMatch(block -> block.clause().family().equals(family));
    }

    private static Draft draft(String jurisdiction, Map<String, String> values, Map<FamilyId, Position> positions) {
        return CHAIN.draft(new DraftRequest(
                SampleLibrary.mutualNda(),
                new Jurisdiction(jurisdiction),
                SampleLibrary.TODAY,
                new TreeMap<>(values),
                new TreeMap<>(positions),
                new TreeSet<>(),
                new TreeSet<>()));
    }
}
