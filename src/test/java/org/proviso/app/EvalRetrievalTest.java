package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.ProvisoCommand;
import org.proviso.testkit.LibraryFolder;

class EvalRetrievalTest {

    private static final String HEADER = "query-id\tcorpus-id\tscore\n";

    @TempDir
    private Path folder;

    private Path set;
    private Path data;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void aDataSet() throws IOException {
        set = folder.resolve("set");
        data = folder.resolve("data");
        write("corpus.jsonl", """
                {"_id": "cap", "text": "Liability is capped at the fees paid in the last twelve months."}
                {"_id": "law", "text": "The laws of the State of New York govern this agreement."}
                {"_id": "courier", "text": "Notices travel by courier."}
                """);
        write("queries.jsonl", """
                {"_id": "cap on liability", "text": "cap on liability", "metadata": {"category": "money"}}
                {"_id": "law", "text": "governing law", "metadata": {"category": "law"}}
                {"_id": "moon", "text": "the moon"}
                """);
        write("qrels/test.tsv", HEADER + "cap on liability\tcap\t4\n\"law\"\tlaw\t3\nlaw\tcourier\t0\n");
    }

    @Test
    void theTextShowsMeansAndTags() {
        Run run = run("eval", "retrieval", set.toString());

        assertEquals(0, run.status(), run::err);
        assertTrue(run.out().contains("ndcg@5            2  1.0000  1.0000–1.0000\n"), run::out);
        assertTrue(run.out().contains("5-star@5          1  1.0000"), run::out);
        assertTrue(run.out().contains("\nlaw          1  1.0000"), run::out);
        assertTrue(run.out().contains("2 queries with 3 judgements, 3 clauses. Passed over without a judgement: 1"));
        assertFalse(run.out().contains("Vectors took no part"), run::out);
        assertFalse(run.out().contains("cap on liability"), "no single query unless asked");
    }

    @Test
    void aSecondRunSaysTheSameAndEmbedsNothing() throws IOException {
        JsonNode first = json("eval", "retrieval", set.toString(), "--json", "--per-query");
        Path index = data.resolve("evaluation").resolve(first.path("root").textValue());
        List<Path> files = files(index);

        JsonNode second = json("eval", "retrieval", set.toString(), "--json", "--per-query");

        assertEquals(first, second);
        assertEquals(files, files(index));
        assertEquals(List.of(data.resolve("evaluation")), children(data), "the library's own index is not touched");
        assertEquals(
                1.0, first.path("queries").path(1).path("measures").path("mrr").doubleValue());
        assertEquals(
                1.0,
                first.path("all").path("measures").path("ndcg@10").path("mean").doubleValue());
        assertEquals(
                1.0,
                first.path("tags")
                        .path("money")
                        .path("measures")
                        .path("mrr")
                        .path("interval")
                        .path("low")
                        .doubleValue());
        assertTrue(first.path("byMeaning").booleanValue());
    }

    @Test
    void theRankingsAreWrittenAsARun() throws IOException {
        Path file = folder.resolve("proviso.run");

        Run run = run("eval", "retrieval", set.toString(), "--run", file.toString(), "--judged-only", "--markdown");
        Run nowhere = run(
                "eval",
                "retrieval",
                set.toString(),
                "--run",
                folder.resolve("no/proviso.run").toString());

        assertEquals(0, run.status(), run::err);
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).matches("cap_on_liability Q0 cap 1 -?\\d+\\.\\d+ proviso"), lines::toString);
        assertTrue(lines.get(1).matches("law Q0 law 1 -?\\d+\\.\\d+ proviso"), lines::toString);
        assertTrue(lines.get(2).matches("law Q0 courier 2 -?\\d+\\.\\d+ proviso"), lines::toString);
        assertTrue(run.out().contains("| ndcg@5 | 2 | 1.0000 | 1.0000–1.0000 |"), run::out);
        assertEquals(2, nowhere.status());
        assertTrue(nowhere.err().contains("There is no folder for"), nowhere::err);
        assertEquals("", nowhere.out());
    }

    @Test
    void aTeamsOwnQueriesAreAskedOfItsLibrary() throws IOException {
        Files.delete(set.resolve("corpus.jsonl"));
        write("queries.jsonl", """
                {"_id": "q1", "text": "how much can be borrowed", "metadata": {"contract": "loan"}}
                {"_id": "q2", "text": "who pays for the courier"}
                """);
        write("qrels/test.tsv", HEADER + "q1\tcap\t1\nq2\tcourier\t1\n");
        LibraryFolder library = new LibraryFolder(folder.resolve("library"))
                .clause("courier", "", "Each party shall bear the cost of its own couriers and notices.");
        Path run = folder.resolve("proviso.run");

        Run found = run(
                "eval", "retrieval", set.toString(), "--library", library.path().toString(), "--run", run.toString());
        Files.delete(set.resolve("queries.jsonl"));
        Run broken = run(
                "eval", "retrieval", set.toString(), "--library", library.path().toString());

        assertEquals(0, found.status(), found::err);
        assertTrue(found.out().contains("mrr               2  1.0000"), found::out);
        List<String> lines = Files.readAllLines(run);
        assertEquals(
                List.of("q1 cap", "q2 courier", "q2 cap"),
                lines.stream()
                        .map(line -> line.replaceFirst(" Q0 (\\S+) .*", " $1"))
                        .toList());
        assertEquals(2, broken.status());
        assertTrue(broken.err().contains("queries.jsonl: There is no such file."), broken::err);
        assertTrue(broken.err().contains("1 problems: nothing was measured."), broken::err);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --relevant=0                  | --relevant 0: name a score from 1
            --relevant=much               | --relevant
            --split=dev                   | dev.tsv: There is no such file
            --queries=nowhere.jsonl       | nowhere.jsonl: There is no such file
            --library=clause-library      | brings its own corpus.jsonl
            --json --markdown             | mutually exclusive
            """)
    void wrongUseExitsTwoAndSaysWhat(String options, String message) {
        Run run = run(Stream.concat(Stream.of("eval", "retrieval", set.toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new));

        assertEquals(2, run.status(), run::err);
        assertTrue(run.err().contains(message), run::err);
        assertEquals("", run.out());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Run run = run("eval", "retrieval", folder.resolve("nowhere").toString());

        assertEquals(2, run.status());
        assertTrue(run.err().contains("There is no folder " + folder.resolve("nowhere")), run::err);
    }

    private void write(String file, String text) throws IOException {
        Path path = set.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /// What a run prints, without its times.
    private JsonNode json(String... arguments) throws IOException {
        Run run = run(arguments);
        assertEquals(0, run.status(), run::err);
        ObjectNode scores = (ObjectNode) new JsonMapper().readTree(run.out());
        assertTrue(scores.remove("times").path("medianMillis").isNumber(), run::out);
        return scores;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Run run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--data=" + data;
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        int status = ProvisoCommand.run(new ProvisoApplication(errors), new PrintWriter(out, true), errors, all);
        return new Run(status, out.toString(), err.toString());
    }
}
