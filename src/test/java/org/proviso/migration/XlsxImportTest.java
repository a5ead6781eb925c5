package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport.Outcome;

class XlsxImportTest {

    private static final String HEAD = Workbook.row(1, "Title", "Text");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("bank.xlsx");
    }

    private ImportReport run() {
        return Imports.run(Imports.request(file, folder.resolve("library")));
    }

    private ClauseVersion clause(String id) {
        return Imports.load(folder.resolve("library"))
                .clause(ClauseVersionId.parse(id))
                .orElseThrow();
    }

    private String refusal() {
        return assertThrows(UnusableImport.class, this::run).getMessage();
    }

    @Test
    void aWorkbookComesIn() throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "Proviso", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Bank");
            String[] headings = {"Clause Type", "Clause Name", "Clause Text", "Version", "Notes", "Reviewed"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            sheet.value(1, 0, "Stairs");
            sheet.value(1, 1, "Sweeping the stairs");
            sheet.value(1, 2, "Whoever lives on a floor sweeps its stairs.\nSand counts “double” – in winter.");
            sheet.value(1, 3, 2);
            sheet.formula(1, 4, "CONCATENATE(A2,\"!\")");
            sheet.value(1, 5, LocalDate.of(2026, 3, 1));
            sheet.style(1, 5).format("yyyy-mm-dd").set();
            sheet.range(2, 0, 2, 1).merge();
            sheet.value(2, 0, "Cellar");
            sheet.value(2, 2, "Nobody keeps fireworks in the cellar.");
            workbook.newWorksheet("Owners").value(0, 0, "Ann");
        }

        ImportReport report = run();

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        assertEquals(List.of("cellar@1", "sweeping-the-stairs@2"), report.added());
        assertEquals("Stairs", clause("sweeping-the-stairs@2").category());
        assertEquals(
                "Whoever lives on a floor sweeps its stairs.\n\nSand counts “double” – in winter.",
                clause("sweeping-the-stairs@2").text().source());
        assertTrue(Imports.says(report, Kind.NOTE, "cell E2", "CONCATENATE"), report::toString);
        assertTrue(Imports.says(report, Kind.NOTE, "cell F2", "2026-03-01"), report::toString);
        assertTrue(Imports.says(report, Kind.NOTE, "\"Reviewed\" with 1 filled cells"), report::toString);
        assertTrue(Imports.says(report, Kind.NOTE, "The sheet \"Owners\" is not read"), report::toString);
        assertTrue(Imports.says(report, Kind.NOTE, "1 merged areas"), report::toString);
    }

    @Test
    void aWorkbookMadeByHandComesIn() throws IOException {
        new Workbook(HEAD + Workbook.row(2, "Quiet", "Nobody sings at night here.")).in(file);

        assertEquals(List.of("quiet@1"), run().added());
    }

    @Test
    void aProblemNamesItsRow() throws IOException {
        new Workbook(HEAD + Workbook.row(7, "Quiet", "# Nobody sings here")).in(file);

        assertTrue(Imports.says(run(), Kind.PROBLEM, "bank.xlsx:7 (row 7)", "markup"));
    }

    @Test
    void aBombIsGivenUp() throws IOException {
        new Workbook(HEAD)
                .bomb(
                        file,
                        "xl/worksheets/sheet1.xml",
                        300,
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                        "</t></is></c></row></sheetData></worksheet>");
        assertTrue(Files.size(file) < 1 << 20);

        assertTrue(refusal().contains("is larger than a table"));
    }

    @Test
    void aBombOutsideOfTheSheetIsGivenUp() throws IOException {
        new Workbook(HEAD).part("xl/media/image1.bin", "").bomb(file, "xl/media/image1.bin", 100, "", "");

        assertTrue(refusal().contains("is larger than a table"));
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret words are here");
        new Workbook(HEAD)
                .sheet(
                        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                        HEAD + Workbook.row(2, "Quiet", "Nobody sings &x; here."),
                        "")
                .in(file);

        assertTrue(refusal().contains("document type"), this::refusal);
    }

    @Test
    void entitiesInEntitiesAreRefused() throws IOException {
        new Workbook(HEAD)
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst>&b;</sst>")
                .in(file);

        assertTrue(refusal().contains("document type"), this::refusal);
    }

    @Test
    void macrosAndLinksAreNotedAndLeftAlone() throws IOException {
        new Workbook(HEAD + Workbook.row(2, "Quiet", "Nobody sings at night here."))
                .part("xl/vbaProject.bin", "macro")
                .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                .in(file);

        ImportReport report = run();

        assertTrue(Imports.says(report, Kind.NOTE, "Macros are not read"));
        assertTrue(Imports.says(report, Kind.NOTE, "other workbooks are not followed"));
    }

    @Test
    void theResultOfAFormulaThatLooksLikeOneIsRefused() throws IOException {
        new Workbook(HEAD + Workbook.row(2, "Quiet", "=cmd|' /C calc'!A0")).in(file);

        assertTrue(Imports.says(run(), Kind.PROBLEM, "row 2", "is a formula"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Files.writeString(file, "Title,Text\n");
        assertTrue(refusal().contains("is not an .xlsx workbook"), this::refusal);

        new Workbook(HEAD).part("xl/worksheets/sheet1.xml", "<worksheet><row").in(file);
        assertTrue(refusal().contains("sheet1.xml"), this::refusal);

        new Workbook(HEAD).part("xl/workbook.xml", "<workbook/>").in(file);
        assertFalse(refusal().isEmpty());
        assertFalse(Files.exists(folder.resolve("library")));
    }
}
