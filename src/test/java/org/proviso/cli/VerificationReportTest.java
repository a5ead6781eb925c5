package org.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.LibraryFolder;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

class VerificationReportTest {

    private static final String FEES =
            "The customer shall pay every invoice within 45 days after it arrives, without any deduction at all.";

    @TempDir
    private Path folder;

    private LibrarySnapshot library;

    @BeforeEach
    void aLibrary() {
        library = new LibraryFolder(folder).clause("fees", "", FEES).snapshot();
    }

    @Test
    void aDeviationShowsWhereWhatAndHowBad() {
        String report = report("The loan.\n\n" + FEES.replace("shall", "may"), Markup.TEXT);

        assertTrue(
                report.startsWith("rejected: nda.md\n0.0 % of the text is approved (0 clauses, library "),
                () -> report);
        assertTrue(report.contains("2 deviations, the most dangerous first."), () -> report);
        assertTrue(report.contains("1. altered (material, modality), line 3, column 1\n"), () -> report);
        assertTrue(report.contains("  nearest: fees@1 (94 % alike)\n"), () -> report);
        assertTrue(report.contains("  The customer [-shall-] {+may+} pay every invoice within 45 days"), () -> report);
        assertTrue(report.endsWith(Verification.LIMITS + "\n"), () -> report);
    }

    @Test
    void markdownShowsTextAsText() {
        String hostile = "pay *every* `<b>` ~~invoice~~ [now](x) | # within";
        String report = report(FEES.replace("pay every invoice within", hostile), Markup.MARKDOWN);

        assertTrue(report.startsWith("## rejected: nda.md\n"), () -> report);
        assertFalse(report.contains("<b>"), () -> report);
        assertFalse(report.contains("[now](x)"), () -> report);
        assertTrue(report(FEES.replace("shall", "may"), Markup.MARKDOWN).contains("~~shall~~ **may**"));
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        String report = report("\u001B[31m" + FEES + "\u0007", Markup.TEXT);

        assertEquals(0, report.chars().filter(c -> c < ' ' && c != '\n').count(), () -> report);
    }

    @Test
    void aLongReportSaysWhatItLeavesOut() {
        String report = report("Birds.\n\n".repeat(250), Markup.TEXT);

        assertTrue(report.contains("50 more deviations are not shown"), () -> report.substring(report.length() - 300));
    }

    private String report(String text, Markup markup) {
        Verification verification = new Verifier(library)
                .verify(new VerificationRequest(
                        MarkdownReader.read(text), LocalDate.of(2026, 11, 23), Map.of(), null, null));
        return new VerificationReport("nda.md", library.slotFormat(), text, verification, markup).write();
    }
}
