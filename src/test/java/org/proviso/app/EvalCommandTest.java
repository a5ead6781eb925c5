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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.ProvisoCommand;

class EvalCommandTest {

    @TempDir
    private Path folder;

    private Path edits;
    private Path more;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void twoFilesOfEdits() throws IOException {
        edits = Files.write(folder.resolve("edits.jsonl"), List.of("""
                        {"category": "modality", "original": "The buyer shall pay the price at once.",\
                         "altered": "The buyer may pay the price at once."}""", """
                        {"category": "format", "original": "The “buyer” shall pay the price at once.",\
                         "altered": "(a) The \\"buyer\\" shall\\npay the price at once."}""", """
                        {"category": "a|b", "original": "The buyer shall pay the price at once.",\
                         "altered": "The buyer shall pay the price at twice."}"""));
        more = Files.writeString(folder.resolve("more.jsonl"), """
                        {"original": "The lease ends after 30 days.", "altered": "The lease ends after 60 days."}
                        {"original": " ", "altered": "The moon is far away from here."}
                        """);
    }

    @Test
    void theTextShowsAllFilesAndCategories() {
        Run run = run("eval", "verification", edits.toString(), more.toString());

        assertEquals(0, run.status(), run::err);
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.getFirst().contains("pairs  unusable  originals  false rejects  skipped  edits"), run::out);
        assertEquals("5 1 4 0 1 4 0 100.00 % 0", cells(lines, "all"));
        assertEquals("3 0 3 0 1 2 0 100.00 % 0", cells(lines, "file " + edits));
        assertEquals("2 1 1 0 0 2 0 100.00 % 0", cells(lines, "file " + more));
        assertEquals("1 0 1 0 0 1 0 100.00 % 0", cells(lines, "category modality"));
        assertEquals("1 0 1 0 1 0 0 - 0", cells(lines, "category format"));
        assertTrue(run.out().contains("The originals are 3 different clauses."), run::out);
        assertTrue(run.out().contains("Unusable: 1 × original without text."), run::out);
        assertTrue(run.out().contains("1 are their own original in another format, 0 other originals"), run::out);
    }

    @Test
    void labelledChangesAreCompared() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.jsonl"), """
                        {"id": "one", "original": "The buyer shall pay.", "altered": "The buyer may pay."}
                        {"id": "two", "original": "The rent is due.", "altered": "The rent is not due."}
                        """);
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), """
                        {"id": "one", "kinds": ["modality"], "material": true}
                        {"id": "two", "kinds": ["insertion"], "material": true}
                        {"id": "elsewhere", "kinds": [], "material": false}
                        """);
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), """
                        {"id": "one", "kinds": ["tone"], "material": true}
                        {"id": "one"}
                        """);

        Run run = run("eval", "verification", pairs.toString(), "--labels", labels.toString());
        Run refused = run("eval", "verification", pairs.toString(), "--labels", wrong.toString());

        assertEquals(0, run.status(), run::err);
        assertTrue(
                run.out()
                        .startsWith(
                                "2 labelled pairs: the kinds of change are right in 1 (50.0 %), material or formal in"
                                        + " 2 (100.0 %)."),
                run::out);
        assertTrue(run.out().contains("two: labelled [insertion], found [negation]"), run::out);
        assertEquals(2, refused.status());
        assertTrue(
                refused.err().contains("wrong.jsonl:1") && refused.err().contains("\"tone\" is no kind"), refused::err);
        assertTrue(refused.err().contains("wrong.jsonl:2"), refused::err);
    }

    @Test
    void jsonAndMarkdownSayTheSame() throws IOException {
        Run json = run("eval", "verification", "--json", edits.toString(), more.toString());
        Run markdown = run("eval", "verification", edits.toString(), more.toString(), "--markdown");

        JsonNode scores = new JsonMapper().readTree(json.out());
        assertEquals(3, scores.path("clauses").intValue());
        assertEquals(4, scores.path("all").path("edits").intValue());
        assertEquals(0, scores.path("all").path("falseAccepts").intValue());
        assertEquals(0, scores.path("all").path("falseRejects").intValue());
        assertEquals(1.0, scores.path("all").path("nearest").path("accuracy").doubleValue());
        assertEquals(
                1, scores.path("files").path(edits.toString()).path("skipped").intValue());
        assertEquals(1, scores.path("categories").path("modality").path("edits").intValue());
        assertTrue(scores.path("speed").path("totalMillis").isNumber(), json::out);
        assertTrue(scores.path("findings").isArray(), json::out);
        assertTrue(markdown.out().contains("| all | 5 | 1 | 4 | 0 | 1 | 4 | 0 | 100.00 % | 0 |"), markdown::out);
        assertTrue(markdown.out().contains("| category a\\|b | 1 |"), markdown::out);
    }

    @Test
    void everyLineThatIsNoPairIsReportedAndNothingIsMeasured() throws IOException {
        Files.writeString(more, "{\"original\": \"a\"}\nnonsense\n");

        Run run = run("eval", "verification", edits.toString(), more.toString());

        assertEquals(2, run.status());
        assertTrue(run.err().contains(more + ":1: The field \"altered\" is missing. Write \"altered\""), run::err);
        assertTrue(run.err().contains(more + ":2: This is not JSON"), run::err);
        assertTrue(run.err().contains("2 problems: nothing was measured."), run::err);
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eval                                          | Name what to measure: verification
            eval verification                             | FILE
            eval verification no-such-file.jsonl          | no-such-file.jsonl: There is no such file
            eval verification --json --markdown pom.xml   | mutually exclusive
            eval verification pom.xml                     | pom.xml:1: This is not JSON
            eval taste                                    | taste
            """)
    void wrongUseExitsTwoAndSaysWhat(String command, String message) {
        Run run = run(command.split(" "));

        assertEquals(2, run.status(), run::err);
        assertTrue(run.err().contains(message), run::err);
        assertFalse(run.err().contains("\tat "), "no stack trace");
    }

    /// The cells of the row of a group, with single spaces.
    private static String cells(List<String> lines, String group) {
        return lines.stream()
                .filter(line -> line.startsWith(group + " "))
                .findFirst()
                .orElseThrow()
                .substring(group.length())
                .strip()
                .replaceAll(" +", " ");
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        int status = ProvisoCommand.run(new ProvisoApplication(errors), new PrintWriter(out, true), errors, arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
