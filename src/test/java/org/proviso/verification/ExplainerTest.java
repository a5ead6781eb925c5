package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.LibraryFolder;
import org.proviso.verification.Deviation.Change;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Deviation.Operation;

class ExplainerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String SECRECY = "The Recipient shall keep the plans secret and shall not copy them, except as"
            + " the law requires. The Recipient shall return the plans within thirty (30) days after the project ends.";
    private static final String FEES =
            "The Customer shall pay every invoice within 45 days after it arrives, without any"
                    + " deduction, by transfer to the account that the invoice names.";
    private static final String LOSS =
            "The Supplier is not liable for lost profit, and its liability in a year is limited"
                    + " to the fees of that year.";

    @TempDir
    private Path folder;

    private LibrarySnapshot library;
    private Verifier verifier;

    @BeforeEach
    void aLibraryOfFewClauses() {
        library = new LibraryFolder(folder)
                .clause("secrecy", "", SECRECY)
                .clause("fees", "", FEES)
                .clause("loss", "", LOSS)
                .clause(
                        "audit",
                        "slots: {notice: {type: duration}, remote: {type: flag}, costs: {type: flag}}",
                        "The Customer may audit the records once a year on {{notice}} notice{{#if remote}}, from its own"
                                + " premises{{/if}}{{#if costs}}, and shall bear the costs of the audit{{/if}}.")
                .clause(
                        "steps",
                        "",
                        "Before the plant opens the parties shall:\n\n(a) test every pump of the plant;\n\n(b)"
                                + " train the crew on site; and\n\n(c) sign the report of the test.")
                .snapshot();
        verifier = new Verifier(library);
    }

    @Test
    void theNearestClauseIsNamedWithWhatWasChanged() {
        Deviation deviation = only(SECRECY.replace("shall not copy", "may copy"));

        assertEquals(Kind.ALTERED, deviation.kind());
        assertEquals("secrecy@1", deviation.nearest().getFirst().clause().toString());
        assertEquals(List.of(Change.NEGATION, Change.MODALITY), List.copyOf(deviation.changes()));
        assertTrue(deviation.material());
    }

    @Test
    void anotherCommaIsFormalAndStillRejected() {
        Verification verification = verify(FEES.replace("arrives, without", "arrives without"));

        assertEquals(Verdict.REJECTED, verification.verdict());
        assertFalse(verification.deviations().getFirst().material());
        assertEquals(
                Set.of(Change.PUNCTUATION), verification.deviations().getFirst().changes());
    }

    @Test
    void theMostDangerousDeviationIsFirst() {
        Verification verification = verify(FEES.replace("transfer", "cheque") + "\n\n"
                + LOSS.replace("Supplier", "SUPPLIER") + "\n\n" + SECRECY.replace("shall not copy", "shall copy"));

        assertEquals(
                List.of("secrecy@1", "fees@1", "loss@1"),
                verification.deviations().stream()
                        .map(deviation ->
                                deviation.nearest().getFirst().clause().toString())
                        .toList());
    }

    @Test
    void clausesInAnotherOrderAreEachFound() {
        Verification verification = verify(LOSS.replace("year.", "month.") + "\n\n" + FEES.replace("45", "90") + "\n\n"
                + SECRECY.replace("thirty (30)", "sixty (60)"));

        assertEquals(
                Set.of("secrecy@1", "fees@1", "loss@1"),
                verification.deviations().stream()
                        .map(deviation ->
                                deviation.nearest().getFirst().clause().toString())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aClauseInTwoParagraphsIsOneDeviation() {
        Deviation deviation = only(SECRECY.replace("requires. The", "requires.\n\nThe"));

        assertEquals("secrecy@1", deviation.nearest().getFirst().clause().toString());
        assertEquals(Set.of(), deviation.changes());
        assertFalse(deviation.material());
        assertTrue(deviation.reason().contains("broken differently"), deviation::reason);
    }

    @Test
    void aSplitClauseWithAChangeShowsTheChange() {
        Deviation deviation =
                only(SECRECY.replace("requires. The", "requires.\n\nThe").replace("thirty (30)", "ten (10)"));

        assertEquals(Set.of(Change.NUMBER), deviation.changes());
        assertEquals(0, deviation.start());
    }

    @Test
    void twoClausesInOneParagraphAreBothNamed() {
        Deviation deviation = only(FEES + " " + LOSS.replace("not liable", "liable"));

        assertEquals(
                Set.of("fees@1", "loss@1"),
                Set.of(
                        deviation.nearest().get(0).clause().toString(),
                        deviation.nearest().get(1).clause().toString()));
        assertEquals(Set.of(Change.NEGATION), deviation.changes());
        assertTrue(deviation.material());
        assertFalse(only(LOSS + " " + FEES).material(), "the words are approved");
    }

    @Test
    void movedItemsOfAListAreReordered() {
        Deviation deviation =
                only("Before the plant opens the parties shall:\n\n(a) train the crew on site;\n\n(b) test"
                        + " every pump of the plant; and\n\n(c) sign the report of the test.");

        assertEquals("steps@1", deviation.nearest().getFirst().clause().toString(), deviation::toString);
        assertTrue(deviation.changes().contains(Change.REORDERING), deviation::toString);
        assertFalse(deviation.changes().contains(Change.INSERTION), deviation::toString);
    }

    @Test
    void theFormThatTheTextIsNearestToIsCompared() {
        Deviation deviation =
                only("The Customer may audit the records twice a year on ten (10) days notice, from its own"
                        + " premises, and shall bear the costs of the audit.");

        assertEquals("audit@1", deviation.nearest().getFirst().clause().toString());
        assertEquals(
                List.of("once|twice"),
                deviation.difference().stream()
                        .filter(part -> part.operation() != Operation.EQUAL)
                        .map(part -> part.approved() + "|" + part.found())
                        .toList());
    }

    @Test
    void whatASlotDoesNotTakeIsMaterialBesideAFormalChangeToo() {
        Deviation deviation = only(
                "The Customer may audit the records once a year on nothing and lies notice from its own premises.");

        assertEquals(Kind.SLOT_VIOLATION, deviation.kind());
        assertTrue(deviation.material());
        assertFalse(
                only("The Customer may audit the records once a year on ten (10) days notice from its own premises.")
                        .material());
    }

    @Test
    void aNewParagraphBesideAnAlteredClauseIsUnknown() {
        Verification verification =
                verify(FEES.replace("45", "60") + "\n\nBirds nest in old barns near quiet rivers each spring.");

        assertEquals(
                Set.of(Kind.ALTERED, Kind.UNKNOWN),
                Set.of(
                        verification.deviations().get(0).kind(),
                        verification.deviations().get(1).kind()));
        assertEquals(Kind.ALTERED, verification.deviations().getFirst().kind(), "a changed number is worse");
    }

    @Test
    void aSupersededTextIsComparedWithTheVersionInForce() {
        LibrarySnapshot versions = new LibraryFolder(folder.resolve("versions"))
                .write(
                        "clauses/fees.md",
                        "---\nid: fees\nversion: 2\ntitle: Fees\n---\n" + FEES.replace("45", "30") + "\n")
                .write("clauses/fees@1.md", "---\nid: fees\nversion: 1\ntitle: Fees\n---\n" + FEES + "\n")
                .snapshot();
        Verification verification = new Verifier(versions)
                .verify(new VerificationRequest(MarkdownReader.read(FEES), TODAY, Map.of(), null, null));

        Deviation deviation = verification.deviations().getFirst();
        assertEquals(Kind.SUPERSEDED, deviation.kind());
        assertEquals("fees@2", deviation.nearest().getFirst().clause().toString());
        assertEquals(Set.of(Change.NUMBER), deviation.changes());
    }

    @Test
    void aClauseInCapitalsIsStillFound() {
        Deviation deviation = only(LOSS.toUpperCase(Locale.ROOT));

        assertEquals("loss@1", deviation.nearest().getFirst().clause().toString());
        assertEquals(Set.of(Change.CASE), deviation.changes());
    }

    @Test
    void aSearchThatHasDoneItsWorkFindsNothing() {
        NearestClauses clauses = new NearestClauses(library, MarkdownReader::read);
        Usability usability = new Usability(library, TODAY, null, null);
        var blocks = MarkdownReader.read(FEES.replace("45", "60")).blocks();

        assertEquals("fees@1", clause(Segments.of(clauses.search(usability, 1_000_000), blocks)));
        ClauseSearch tired = clauses.search(usability, 0);
        assertEquals("null", clause(Segments.of(tired, blocks)));
        assertTrue(tired.isExhausted());
    }

    @Test
    void everyDifferenceStandsWhereItSays() {
        List<String> words =
                List.of("not", "all", "ten", "\u00A0", "(x)", "\u201Cmay\u201D", "**bold**", "EUR 5", ",", "");
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (String clause : List.of(SECRECY, FEES, LOSS)) {
                List<String> tokens = new ArrayList<>(List.of(clause.split(" ")));
                for (int edit = 0; edit < 4; edit++) {
                    tokens.set(random.nextInt(tokens.size()), words.get(random.nextInt(words.size())));
                }
                text.append(String.join(" ", tokens)).append("\n\n");
            }
            String source = text.toString();
            for (Deviation deviation : verify(source).deviations()) {
                int place = deviation.start();
                for (Deviation.Difference part : deviation.difference()) {
                    String message = "seed " + seed + ": " + part;
                    assertTrue(place <= part.start() && part.start() <= part.end(), message);
                    assertTrue(part.end() <= deviation.end(), message);
                    assertEquals(letters(part.found()), letters(source.substring(part.start(), part.end())), message);
                    place = part.end();
                }
            }
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String clause(List<Segments.Segment> segments) {
        var clause = segments.getFirst().clause();
        return clause == null ? "null" : clause.versionId().toString();
    }

    private Deviation only(String text) {
        List<Deviation> deviations = verify(text).deviations();
        assertEquals(1, deviations.size(), deviations::toString);
        return deviations.getFirst();
    }

    private Verification verify(String text) {
        return verifier.verify(new VerificationRequest(MarkdownReader.read(text), TODAY, Map.of(), null, null));
    }
}
