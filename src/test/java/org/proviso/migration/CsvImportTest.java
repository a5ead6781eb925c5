package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport.Outcome;

class CsvImportTest {

    @TempDir
    private Path folder;

    private ImportReport run(String csv, Map<String, String> columns) {
        Path file = Imports.write(folder.resolve("bank.csv"), csv);
        return Imports.run(Imports.columns(Imports.request(file, folder.resolve("library")), columns));
    }

    private ImportReport run(String csv) {
        return run(csv, Map.of());
    }

    private ClauseVersion clause(String id) {
        return Imports.load(folder.resolve("library"))
                .clause(ClauseVersionId.parse(id))
                .orElseThrow();
    }

    @Test
    void aClauseBankComesIn() {
        ImportReport report =
                Imports.run(Imports.request(Imports.sample("clause-bank.csv"), folder.resolve("library")));

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        LibrarySnapshot library = Imports.load(folder.resolve("library"));
        assertEquals(List.of("pets@1", "qh-01@1", "qh-02@1"), report.added());
        assertEquals(1, report.drafts());
        ClauseVersion strict = clause("qh-01@1");
        assertEquals("Quiet Hours", strict.category());
        assertEquals("quiet-hours", strict.family().value());
        assertEquals(Status.DRAFT, strict.status());
        assertEquals(List.of(new Jurisdiction("US-DE")), strict.jurisdictions());
        assertEquals("Take it in flats.", strict.guidance());
        assertEquals(
                "Nobody drills between eight in the evening and eight in the morning.\n\nMusic ends at ten.",
                strict.text().source());
        ClauseVersion mild = clause("qh-02@1");
        assertEquals(1, mild.position().rank());
        assertEquals(Status.APPROVED, mild.status());
        assertEquals(2, mild.jurisdictions().size());
        assertTrue(mild.text().source().startsWith("Drilling ends at {{evening-time}} on"));
        assertEquals(Status.RETIRED, clause("pets@1").status());
        assertTrue(clause("pets@1").text().source().startsWith("Pets are welcome"));
        assertTrue(Imports.says(report, Kind.NOTE, "\"Owner\" with 2 filled cells"));
        assertTrue(Imports.says(report, Kind.NOTE, "row 2", "\"QH-01\" becomes qh-01"));
        assertEquals(3, library.clauses().size());
    }

    @Test
    void aColumnCanBeNamed() {
        ImportReport report = run(
                "Clause,Approved Words,Kind\nQuiet,Nobody sings at night here.,Noise\n",
                Map.of("text", "approved words", "category", "Kind", "title", "Clause"));

        assertEquals(List.of("quiet@1"), report.added(), report::toString);
        assertEquals("Noise", clause("quiet@1").category());
    }

    @Test
    void theLastMeaningOfAHeadingIsTakenOnlyIfNothingElseIsCalledSo() {
        run("Clause,Clause Text\nQuiet,Nobody sings at night here.\n", Map.of("title", "Clause"));

        assertEquals("Nobody sings at night here.", clause("quiet@1").text().source());
    }

    @Test
    void idsOfEqualTitlesAreCounted() {
        ImportReport report = run("Title,Text\nQuiet,Nobody sings at night.\nQuiet,Nobody dances at night.\n");

        assertEquals(List.of("quiet@1", "quiet-2@1"), report.added());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Position      | Walk away  | is not a position
            Jurisdiction  | Atlantis   | is not a known jurisdiction
            Status        | Blessed    | is not a status
            Version       | 2.1        | is not a version
            Title         | =HYPERLINK(1) | is a formula
            """)
    void acellThatMeansNothingIsAProblemOfItsRow(String column, String cell, String said) {
        String head = column.equals("Title") ? "Title,Text\n" : "Title,Text," + column + "\n";
        String row = column.equals("Title") ? "," : "Quiet,";
        ImportReport report = run(head
                + (column.equals("Title")
                        ? cell + ",Nobody sings at night here.\n"
                        : row + "Nobody sings at night here.," + cell + "\n"));

        assertEquals(Outcome.REFUSED, report.outcome());
        assertTrue(Imports.says(report, Kind.PROBLEM, "bank.csv:2 (row 2)", said), report::toString);
    }

    @Test
    void theLineOfARowIsWhereItBegins() {
        ImportReport report = run("Title,Text\nQuiet,\"Nobody sings\nat night.\"\n\nLoud,# Everybody sings\n");

        assertTrue(Imports.says(report, Kind.PROBLEM, "bank.csv:5 (row 4)", "markup"), report::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Title,Body\\nA,\u0000The words hold a zero.    | U+0000
            Title,Body\\nA,The words turn \u202Earound.    | U+202E
            Title,Body\\nA\u200B,The words are plain here. | U+200B
            Title,Body\\nA,The p\u0430yment is due now.    | mixes letters
            Title,Body\\nA,Click <script>here</script> now. | markup
            """)
    void whatHidesIsAProblem(String csv, String said) {
        ImportReport report = run(csv.translateEscapes());

        assertEquals(Outcome.REFUSED, report.outcome());
        assertTrue(Imports.says(report, Kind.PROBLEM, "row 2", said), report::toString);
        assertTrue(Imports.texts(report, Kind.PROBLEM).stream().noneMatch(text -> text.contains("\u202E")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/absolute", "C:\\\\x", "..", "a/../../b", "\u202Ex", "UPPER Case"})
    void anIdIsNeverAPath(String id) {
        ImportReport report = run("Id,Title,Text\n" + id + ",Quiet,Nobody sings at night here.\n");

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        assertEquals(1, report.added().size());
        assertTrue(report.added().getFirst().matches("[a-z][a-z0-9-]*@1"), report::toString);
        assertEquals(List.of("bank.csv", "library"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "a/b", "..", "CON: \\ |"})
    void aCategoryIsNeverAPath(String category) {
        run("Type,Title,Text\n" + category + ",Quiet,Nobody sings at night here.\n");

        assertEquals(List.of("bank.csv", "library"), names(folder));
        assertTrue(Imports.files(folder.resolve("library")).stream()
                .allMatch(file -> file.matches("library.yaml|clauses/bank/[a-z0-9-]+/quiet.md")));
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | holds no row
            \\n\\n                         | holds no row
            Title,Text\\n                  | holds no clause
            Title,Owner\\nA,B\\n           | No column holds the text
            Title;Text\\nA;B\\n            | save it with commas
            Text,Title,Text\\nA,B,C\\n     | stands twice
            Title,Text\\nA,"B              | Maybe a quote
            Title,Text\\nA,"B" C\\n        | Maybe a quote
            """, nullValues = "null")
    void whatIsNoTableOfClausesIsRefused(String csv, String said) {
        UnusableImport told = assertThrows(UnusableImport.class, () -> run(csv.translateEscapes()));

        assertTrue(told.getMessage().contains(said), told::getMessage);
        assertEquals(List.of("bank.csv"), names(folder));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "ISO-8859-1"})
    void anotherEncodingIsNamed(String encoding) throws IOException {
        Path file =
                Files.write(folder.resolve("bank.csv"), "Title,Text\nGrün,Niemand singt für uns.\n".getBytes(encoding));

        UnusableImport told =
                assertThrows(UnusableImport.class, () -> Imports.run(Imports.request(file, folder.resolve("library"))));

        assertTrue(told.getMessage().contains("UTF-8"), told::getMessage);
    }

    @Test
    void aRowWithoutEndIsGivenUp() throws IOException {
        Path file = folder.resolve("bank.csv");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Title,Text\nA,\"");
            String block = "words and words ".repeat(4096);
            for (int i = 0; i < 2_000; i++) {
                out.write(block);
            }
        }

        UnusableImport told =
                assertThrows(UnusableImport.class, () -> Imports.run(Imports.request(file, folder.resolve("library"))));

        assertTrue(told.getMessage().contains("row 2"), told::getMessage);
    }

    @Test
    void aCellThatIsLongerThanAClauseIsAProblem() {
        ImportReport report = run("Title,Text\nLong," + "words and words ".repeat(15_000) + "\n");

        assertTrue(Imports.says(report, Kind.PROBLEM, "row 2", "has 239999 characters"), report::toString);
    }

    @Test
    void spreadsheetLineEndsAreParagraphs() {
        run("Title,Text\r\nQuiet,\"Nobody sings at night.\r\n\r\n(a) Birds may.\n(b) Owls must.\"\r\n");

        assertEquals(
                "Nobody sings at night.\n\n(a) Birds may.\n\n(b) Owls must.",
                clause("quiet@1").text().source());
    }
}
