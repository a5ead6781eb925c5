package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.ProvisoCommand;
import org.proviso.testkit.SampleLibrary;

/// `proviso library import` and `proviso library export`.
class MigrationCommandsTest {

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void samples() throws IOException {
        Files.writeString(
                folder.resolve("bank.csv"), "Topic,Title,Wording,Owner\nNoise,Quiet,Nobody sings at night here.,Ann\n");
        Files.writeString(
                folder.resolve("bad.csv"),
                "Topic,Title,Wording\nNoise,Quiet,Nobody sings at night here.\nNoise,Loud,# Sing\n");
        Files.writeString(folder.resolve("picture.png"), "");
    }

    @Test
    void anImportSaysWhatCameInAndThatNothingIsApproved() {
        Run run = run("import", "bank.csv", "--library", "@new", "--jurisdiction", "US-DE");

        assertEquals(0, run.status(), run::err);
        assertTrue(
                run.out()
                        .startsWith(
                                "1 clauses and 0 recipes came in; 0 already there, 0 skipped, 1 notes, 0 problems."),
                run::out);
        assertTrue(run.out().contains("An import approves nothing: 1 of them are drafts."), run::out);
        assertTrue(run.out().contains("+ quiet@1"), run::out);
        assertTrue(run.out().contains("note: bank.csv:1 (row 1): The column \"Owner\""), run::out);
        assertEquals(0, run("lint", "--library", "@new").status());
    }

    @Test
    void aStatusCanBeGiven() throws IOException {
        Run run = run("import", "bank.csv", "--library", "@new", "--jurisdiction", "US-DE", "--status", "approved");

        assertFalse(run.out().contains("approves nothing"), run::out);
        assertTrue(Files.readString(folder.resolve("new/clauses/bank/noise/quiet.md"))
                .contains("status: approved"));
    }

    @Test
    void problemsRefuseAllAndSkippingLeavesThemOut() {
        Run refused = run("import", "bad.csv", "--library", "@new", "--jurisdiction", "US-DE");

        assertEquals(1, refused.status());
        assertTrue(refused.out().contains("problem: bad.csv:3 (row 3)"), refused::out);
        assertTrue(refused.out().contains("Nothing was written"), refused::out);
        assertFalse(Files.exists(folder.resolve("new")));

        Run skipped = run("import", "bad.csv", "--library", "@new", "--jurisdiction", "US-DE", "--skip");

        assertEquals(0, skipped.status(), skipped::err);
        assertTrue(skipped.out().contains("skipped: bad.csv:3"), skipped::out);
    }

    @Test
    void jsonHasTheSame() throws IOException {
        Run run = run(
                "import", "bad.csv", "--library", "@new", "--jurisdiction", "US-DE", "--skip", "--dry-run", "--json");

        JsonNode json = new JsonMapper().readTree(run.out());
        assertEquals("dry-run", json.path("outcome").asText());
        assertEquals("quiet@1", json.path("added").path(0).asText());
        assertEquals(1, json.path("skipped").asInt());
        assertEquals("skipped", json.path("findings").path(0).path("kind").asText());
        assertEquals(3, json.path("findings").path(0).path("line").asInt());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void whatIsExportedIsTheSameLibraryWhenItIsImported() throws IOException {
        Run export = run("export", "@out.jsonl", "--library", SampleLibrary.FOLDER.toString());
        Run printed = run("export", "--library", SampleLibrary.FOLDER.toString());
        Run imported = run("import", "out.jsonl", "--library", "@copy");

        assertEquals(0, export.status(), export::err);
        assertEquals("", export.out());
        assertEquals(Files.readString(folder.resolve("out.jsonl")), printed.out());
        assertTrue(printed.out().startsWith("{\"library\":{\"id\":"), printed::out);
        assertEquals(0, imported.status(), imported::err);
        assertEquals(
                run("root", "--library", SampleLibrary.FOLDER.toString())
                        .out()
                        .lines()
                        .findFirst(),
                run("root", "--library", "@copy").out().lines().findFirst());
    }

    @Test
    void theClausesAloneAreABulkFile() {
        Run run = run("export", "--clauses", "--library", SampleLibrary.FOLDER.toString());

        assertEquals(SampleLibrary.library().clauses().size(), run.out().lines().count());
        assertTrue(run.out().lines().allMatch(line -> line.startsWith("{\"id\":")), run::out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-such.csv                              | There is no file or folder
            picture.png                              | is of no kind that can be read
            bank.csv --column colour=Title           | There is nothing called
            bank.csv --column text=Colour            | There is no column
            bank.csv --status blessed                | write draft, approved or retired
            bank.csv --jurisdiction XX               | is not a known jurisdiction
            bank.csv                                 | --jurisdiction US-DE
            """)
    void wrongUseIsStatusTwo(String arguments, String said) {
        String[] words = ("import " + arguments + " --library @new").split(" ");

        Run run = run(words);

        assertEquals(2, run.status(), run::out);
        assertTrue(run.err().contains(said), run::err);
        assertFalse(Files.exists(folder.resolve("new")));
    }

    /// Arguments that are a file of the folder, or start with `@`, are below it.
    private Run run(String... arguments) {
        String[] placed = Arrays.stream(arguments)
                .map(argument -> argument.startsWith("@")
                        ? folder.resolve(argument.substring(1)).toString()
                        : argument.contains(".") ? folder.resolve(argument).toString() : argument)
                .toArray(String[]::new);
        String[] all = new String[placed.length + 1];
        all[0] = "library";
        System.arraycopy(placed, 0, all, 1, placed.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        int status = ProvisoCommand.run(new ProvisoApplication(errors), new PrintWriter(out, true), errors, all);
        return new Run(status, out.toString(), err.toString());
    }
}
