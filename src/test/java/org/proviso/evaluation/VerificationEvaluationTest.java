package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.proviso.document.DocumentReader;
import org.proviso.document.PlainTextReader;
import org.proviso.evaluation.Finding.Kind;

class VerificationEvaluationTest {

    private static final String PAY = "The buyer shall pay the price within 30 days after the delivery.";
    private static final String LEAVE = "Each tenant may leave the premises at the end of any calendar month.";
    private static final String BRACES =
            "The fields {{name}} and {{#if x}} of the *form* are <b>filled in</b> by hand.";

    private final List<EditPair> pairs = new ArrayList<>();
    private int ticks;

    @Test
    void editsAreRejectedAndOriginalsVerified() {
        pair("modality", PAY, PAY.replace("shall", "may"));
        pair("number", PAY, PAY.replace("30", "60"));
        pair("", LEAVE, LEAVE.replace("leave", "not leave"));
        pair("markup", BRACES, BRACES.replace("*form*", "form"));

        VerificationScores scores = evaluate(PlainTextReader::read);

        assertTrue(scores.holds());
        assertEquals(3, scores.clauses(), "one clause for each text");
        assertEquals(counts(4, Map.of(), 4, 0, 0, 4, new NearestCounts(4, 0, 0, 4, 0)), scores.all());
        assertEquals(
                Set.of("modality", "number", "markup", VerificationScores.NO_CATEGORY),
                scores.categories().keySet());
        assertEquals(
                counts(1, Map.of(), 1, 0, 0, 1, new NearestCounts(1, 0, 0, 1, 0)),
                scores.categories().get("number"));
        assertEquals(List.of(), scores.findings());
    }

    @Test
    void theSameTextInAnotherFormatIsSkippedAndSoIsAnotherOriginal() {
        pair("", PAY, "1.  " + PAY.replace(" the ", "\n the\u00A0"));
        pair("", LEAVE, PAY);
        pair("", LEAVE, LEAVE + "\n\n(b) " + PAY);
        pair("", LEAVE, LEAVE + " " + PAY);

        VerificationScores scores = evaluate(PlainTextReader::read);

        assertTrue(scores.holds());
        assertEquals(counts(4, Map.of(), 4, 3, 1, 1, new NearestCounts(1, 0, 0, 1, 0)), scores.all());
        assertEquals(Map.of(), scores.categories(), "the pairs have none");
    }

    @Test
    void whatCannotBeAClauseIsCountedWithItsReason() {
        pair("", "", PAY);
        pair("", PAY, " \n");
        pair("", "The buyer sh\u0430ll pay.", "The buyer shall pay.");
        pair("", "The buyer shall pay ⟦sum⟧.", "The buyer shall pay ⟦sum⟧.");
        pair("", "The buyer shall\u200B pay.", "The buyer shall\u200B pay.");

        VerificationScores scores = evaluate(PlainTextReader::read);

        assertTrue(scores.holds());
        assertEquals(1, scores.clauses());
        assertEquals(
                counts(
                        5,
                        Map.of(
                                "original without text", 1,
                                "altered side without text", 1,
                                "original with tampered text", 2,
                                "original with a placeholder", 1),
                        1,
                        1,
                        0,
                        3,
                        new NearestCounts(0, 0, 0, 3, 0)),
                scores.all());
    }

    @Test
    void nearestClausesAreTheOriginalAnotherOrNone() {
        pair("", PAY, PAY.replace("30", "60"));
        pair("", PAY, LEAVE.replace("leave", "enter"));
        pair("", LEAVE, "Good faith is presumed.");

        NearestCounts nearest = evaluate(PlainTextReader::read).all().nearest();

        assertEquals(new NearestCounts(1, 1, 1, 3, 1), nearest);
        assertEquals(1 / 3.0, nearest.accuracy());
    }

    @Test
    void aVerifierThatIgnoresCaseAcceptsFalselyAndConfusesClauses() {
        DocumentReader caseless = source -> PlainTextReader.read(source.toLowerCase(Locale.ROOT));
        pair("", PAY, PAY.replace("buyer", "Buyer"));
        pair("", LEAVE, LEAVE.replace("tenant", "visitor"));
        pair("", LEAVE.replace("tenant", "Tenant"), "Nothing.");

        VerificationScores scores = evaluate(caseless);

        assertFalse(scores.holds());
        assertEquals(1, scores.all().falseAccepts());
        assertEquals(2, scores.all().misattributed(), "both wordings of the tenant's clause");
        Finding accepted = scores.findings().getFirst();
        assertEquals(Kind.FALSE_ACCEPT, accepted.kind());
        assertEquals("edits.jsonl:1", accepted.file() + ":" + accepted.line());
        assertTrue(accepted.excerpt().startsWith("The Buyer shall"), accepted::excerpt);
        assertTrue(accepted.reason().contains("verified"), accepted::reason);
    }

    @Test
    void aVerifierThatMisreadsDocumentsRejectsFalsely() {
        DocumentReader misreading = source -> PlainTextReader.read(ticks < 2 ? source : source.replace("pay", "keep"));
        pair("", PAY, PAY.replace("30", "60"));
        pair("", PAY, "(a) " + PAY);

        VerificationScores scores = evaluate(misreading);

        assertFalse(scores.holds());
        assertEquals(2, scores.all().falseRejects());
        assertEquals(1, scores.all().skippedRejected());
        assertEquals(
                List.of(Kind.FALSE_REJECT, Kind.FALSE_REJECT, Kind.SKIPPED_REJECTED),
                scores.findings().stream().map(Finding::kind).toList());
        // What it differs from is read by the same misreading reader when it is first explained.
        assertTrue(scores.findings().getFirst().reason().contains("pair-1@1"), scores.findings()::toString);
    }

    @Test
    void noMoreThanTheFirstFindingsAreListed() {
        DocumentReader caseless = source -> PlainTextReader.read(source.toLowerCase(Locale.ROOT));
        for (int i = 0; i < 30; i++) {
            pair("", PAY.replace("30", "3" + i), PAY.replace("30", "3" + i).replace("buyer", "Buyer"));
        }

        VerificationScores scores = evaluate(caseless);

        assertEquals(30, scores.all().falseAccepts());
        assertEquals(VerificationScores.MAX_FINDINGS, scores.findings().size());
        assertEquals(20, scores.findings().getLast().line());
    }

    @Test
    void theClockGivesTheSpeed() {
        pair("", "Zwölf.", "Elf.");
        pair("", "Neun.", "Acht.");
        pair("", "Sechs.", "Fünf.");

        Speed speed = evaluate(PlainTextReader::read).speed();

        assertEquals(new Speed(1, 1, 3, (7 + 4 + 5 + 5 + 6 + 6) / 3e3), speed);
    }

    private void pair(String category, String original, String altered) {
        pairs.add(new EditPair("edits.jsonl", pairs.size() + 1, "", original, altered, category));
    }

    /// Every look at the clock takes a millisecond.
    private VerificationScores evaluate(DocumentReader reader) {
        return VerificationEvaluation.of(pairs, reader, () -> ++ticks * 1_000_000L);
    }

    /// Counts without any fault.
    private static EditCounts counts(
            int pairs,
            Map<String, Integer> unusable,
            int originals,
            int skipped,
            int skippedOwn,
            int edits,
            NearestCounts nearest) {
        return new EditCounts(
                pairs, new TreeMap<>(unusable), originals, 0, skipped, skippedOwn, 0, 0, edits, 0, nearest);
    }
}
