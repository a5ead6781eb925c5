package org.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.proviso.evaluation.EditCounts;
import org.proviso.evaluation.Finding;
import org.proviso.evaluation.Finding.Kind;
import org.proviso.evaluation.NearestCounts;
import org.proviso.evaluation.Speed;
import org.proviso.evaluation.VerificationScores;

class VerificationScoresReportTest {

    private static final EditCounts COUNTS = new EditCounts(
            4_000,
            new TreeMap<>(Map.of()),
            4_000,
            2,
            500,
            400,
            3,
            7,
            3_500,
            1,
            new NearestCounts(3_399, 50, 50, 3_500, 21));

    private static final VerificationScores SCORES = new VerificationScores(
            3_000,
            COUNTS,
            new TreeMap<>(Map.of("edits.jsonl", COUNTS)),
            new TreeMap<>(),
            List.of(new Finding(Kind.FALSE_ACCEPT, "edits.jsonl", 17, "…the *buyer* <b>may</b>", "[x] is verified.")),
            new Speed(12.3, 0.456, 1_820, 1.5));

    private final VerificationScoresReport report = new VerificationScoresReport(SCORES);

    @Test
    void everyFaultIsShownWithItsPlace() {
        String text = report.text();

        assertTrue(text.contains("\nfalse-accept edits.jsonl:17\n  …the *buyer* <b>may</b>\n  [x] is verified."), text);
        assertTrue(text.contains("400 are their own original in another format, 100 other originals; 3 were"), text);
        assertTrue(text.contains("Verified as another clause than the one they are: 7 texts."), text);
        assertTrue(text.contains("Ready in 12 ms; a pair took 0.46 ms (median), all 1.8 s: 1.50 MB/s."), text);
    }

    @Test
    void markupOfTheDataIsTextInMarkdown() {
        String markdown = report.markdown();

        assertTrue(
                markdown.contains("- **false-accept** edits.jsonl:17: …the \\*buyer\\* \\<b\\>may\\</b\\>"
                        + " (\\[x\\] is verified.)"),
                markdown);
    }

    @Test
    void aShareIsNeverRoundedUp() {
        assertTrue(report.markdown().contains("| all | 4,000 | 0 | 4,000 | 2 | 500 | 3,500 | 1 | 97.14 % | 50 |"));
    }
}
