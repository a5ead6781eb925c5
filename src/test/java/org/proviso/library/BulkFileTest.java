package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Provenance;
import org.proviso.testkit.LibraryFolder;

/// Libraries in `*.jsonl` files.
class BulkFileTest {

    private static final String FEE = """
            {"id": "fee", "version": 1, "title": "Fee", "category": "Money", "text": "The borrower pays the fee.", \
            "source": "https://example.org", "licence": "CC BY 4.0"}
            """;

    @TempDir
    private Path folder;

    @Test
    void aBulkFileAloneIsALibrary() throws IOException {
        Files.writeString(folder.resolve("library.yaml"), LibraryFolder.SETTINGS);
        Files.writeString(
                folder.resolve("all.jsonl"),
                FEE + "\r\n  \n" + FEE.replace("\"fee\"", "\"fine\"").stripTrailing());

        LibrarySnapshot library = assertInstanceOf(LoadResult.Loaded.class, LibraryLoader.load(folder))
                .snapshot();

        ClauseVersion fee = library.clause(ClauseVersionId.parse("fee@1")).orElseThrow();
        ClauseVersion fine = library.clause(ClauseVersionId.parse("fine@1")).orElseThrow();
        assertEquals(2, library.clauses().size());
        assertEquals("The borrower pays the fee.", fee.text().source());
        assertEquals(new Provenance("https://example.org", "CC BY 4.0"), fee.provenance());
        assertSame(fee.category(), fine.category());
        assertSame(fee.provenance(), fine.provenance());
    }

    @Test
    void aClauseMeansTheSameInBothFormats() {
        LibraryFolder files = new LibraryFolder(folder.resolve("files")).write("clauses/fee.md", """
                        ---
                        id: fee
                        version: 3
                        title: Fee
                        family: fees
                        category: Money
                        position: fallback-2
                        may-agree: general counsel
                        status: approved
                        jurisdictions: [US-DE, GB-EAW]
                        contracts: [loan]
                        valid: {from: 2026-01-01, until: 2028-01-01}
                        approved: {by: "N. N.", on: 2026-01-01}
                        conspicuous: true
                        slots:
                          rates: {type: rows, max: 2, min: 0, columns: {rate: {type: percent, default: 5}}}
                          late: {type: flag, ask: "Late?", default: false}
                        defines: [Fee]
                        uses: [Borrower]
                        requires: [cap]
                        conflicts: [cap]
                        guidance: Rarely.
                        questions: [Who pays?]
                        source: here
                        licence: CC0
                        ---
                        The borrower pays a fee.

                        {{#each rates}}- a rate of {{rate}} then
                        {{/each}}
                        """);
        LibraryFolder lines = new LibraryFolder(folder.resolve("lines")).write("all.jsonl", """
                {"id": "fee", "version": "3", "title": "Fee", "family": "fees", "category": "Money", \
                "position": "fallback-2", "may-agree": "general counsel", "status": "approved", \
                "jurisdictions": ["US-DE", "GB-EAW"], "contracts": ["loan"], \
                "valid": {"from": "2026-01-01", "until": "2028-01-01"}, "approved": {"by": "N. N.", "on": "2026-01-01"}, \
                "conspicuous": true, "slots": {"rates": {"type": "rows", "max": 2, "min": 0, \
                "columns": {"rate": {"type": "percent", "default": 5}}}, \
                "late": {"type": "flag", "ask": "Late?", "default": false}}, "defines": ["Fee"], "uses": ["Borrower"], \
                "requires": ["cap"], "conflicts": ["cap"], "guidance": "Rarely.", "questions": ["Who pays?"], "source": "here", "licence": "CC0", \
                "text": "The borrower pays a fee.\\n\\n{{#each rates}}- a rate of {{rate}} then\\n{{/each}}"}
                """);

        String late = "{{/each}}\n{{#if late}}It pays late.{{/if}}";
        files.write("clauses/fee.md", read(files, "clauses/fee.md").replace("{{/each}}", late));
        lines.write("all.jsonl", read(lines, "all.jsonl").replace("{{/each}}", late.replace("\n", "\\n")));

        assertEquals(
                files.snapshot().clause(ClauseVersionId.parse("fee@3")).orElseThrow(),
                lines.snapshot().clause(ClauseVersionId.parse("fee@3")).orElseThrow());
        assertEquals(files.snapshot().root(), lines.snapshot().root());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("{\"id\": \"fee\"", "not JSON"),
                Arguments.of("[1]", "not a JSON object"),
                Arguments.of("null", "not a JSON object"),
                Arguments.of(FEE.strip() + FEE.strip(), "more after"),
                Arguments.of(
                        FEE.replace("\"version\": 1", "\"version\": 1, \"colour\": \"red\""), "\"colour\" is unknown"),
                Arguments.of(
                        FEE.replace("\"version\": 1", "\"version\": 1, \"version\": 1"), "\"version\" stands twice"),
                Arguments.of(FEE.replace("\"version\": 1", "\"version\": 1.0"), "\"1.0\" is not a version"),
                Arguments.of(FEE.replace("\"version\": 1", "\"version\": null"), "\"version\" is not a text"),
                Arguments.of(FEE.replace("\"version\": 1, ", ""), "\"version\" is missing"),
                Arguments.of(FEE.replace("\"text\"", "\"words\""), "\"text\" is missing"),
                Arguments.of(FEE.replace("\"The borrower pays the fee.\"", "[]"), "\"text\" is not a text"),
                Arguments.of(FEE.replace("\"The borrower pays the fee.\"", "\" \""), "\"text\" is not a text"),
                Arguments.of(FEE.replace("\"Money\"", "{}"), "\"category\" is not a text"),
                Arguments.of(FEE.replace("\"Money\"", "\"a\\u0000b\""), "U+0000"),
                Arguments.of(FEE.replace("fee\",", "fee\u0000\","), "not JSON"),
                Arguments.of(FEE.replace("pays", "pays\\u200e"), "text, line 1: It holds the invisible"),
                Arguments.of(FEE.replace("pays", "pays\\nmany\\n_times_"), "text, line 3: \"_\" is markup"),
                Arguments.of(FEE.replace("pays", "{{pays}}"), "text, line 1: The text names the slot \"pays\""),
                Arguments.of(FEE.replace("pays", "{{pays"), "text, line 1: \"{{\" is not closed"),
                Arguments.of(FEE.replace("\"Money\"", "[".repeat(100_000)), "not JSON"),
                Arguments.of(FEE.replace("\"Money\"", "{\"a\":".repeat(100_000)), "not JSON"),
                Arguments.of(FEE.replace("\"fee\"", "\"cap\""), "cap@1 stands in clauses/cap.md too"),
                Arguments.of(FEE.replace("\"version\"", "\"family\": \"cap\", \"version\""), "same family, position"),
                Arguments.of(FEE.replace("\"version\"", "\"requires\": [\"hat\"], \"version\""), "no family \"hat\""));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenLineIsReportedWithFileLineAndKey(String line, String message) {
        String fine = FEE.replace("\"fee\"", "\"fine\"");
        LibraryFolder library = new LibraryFolder(folder)
                .write("all.jsonl", fine + "\n" + line.strip() + "\n" + fine.replace("fine", "f"));

        List<LibraryProblem> problems = problems(library);

        LibraryProblem found = problems.stream()
                .filter(problem -> problem.message().contains(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems));
        assertEquals("all.jsonl", found.file(), found::toString);
        assertEquals(3, found.line(), found::toString);
        assertTrue(found.remedy().endsWith("."), found::toString);
    }

    @Test
    void aHigherVersionInABulkFileMakesTheFileAnOlderOne() {
        LibraryFolder library = new LibraryFolder(folder)
                .write("all.jsonl", FEE.replace("\"fee\"", "\"cap\"").replace("\"version\": 1", "\"version\": 2"));

        assertEquals(
                "clauses/cap.md:3: The file of the current version holds cap@1, but there is cap@2. Name this file"
                        + " cap@1.md.",
                problems(library).getFirst().toString());
    }

    @Test
    void bytesThatAreNoTextAreReportedWithTheirLine() {
        LibraryFolder library = new LibraryFolder(folder)
                .write("all.jsonl", "\n{\"id\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                "all.jsonl:2: The line is not UTF-8. Save the file as UTF-8.",
                problems(library).getFirst().toString());
    }

    @Test
    void aLineOfAHundredMegabytesIsReportedAndTheNextOneRead() throws IOException {
        LibraryFolder library = new LibraryFolder(folder);
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (OutputStream file = Files.newOutputStream(folder.resolve("all.jsonl"))) {
            for (int i = 0; i < 100; i++) {
                file.write(megabyte);
            }
            file.write("\n{}\n".getBytes(StandardCharsets.UTF_8));
        }

        List<LibraryProblem> problems = problems(library);

        assertEquals(
                "all.jsonl:1: The line is longer than 1 MiB. Write one clause a line.",
                problems.getFirst().toString());
        assertEquals(2, problems.get(1).line());
    }

    @Test
    void anEmptyBulkFileIsNoLibrary() throws IOException {
        Files.writeString(folder.resolve("library.yaml"), LibraryFolder.SETTINGS);
        Files.writeString(folder.resolve("all.jsonl"), "\n");

        LibraryProblem problem = assertInstanceOf(LoadResult.Refused.class, LibraryLoader.load(folder))
                .problems()
                .getFirst();

        assertEquals("all.jsonl:1: The library holds no clause. Add a clause.", problem.toString());
    }

    @Test
    void theOrderOfLinesAndThreadsDoesNotMatter() {
        List<Integer> numbers = IntStream.range(0, 5_000).boxed().collect(Collectors.toList());
        LibraryFolder library = new LibraryFolder(folder);
        String inOrder = lines(numbers);
        Root root = library.write("all.jsonl", inOrder).snapshot().root();
        long seed = 20_260_101;
        Collections.shuffle(numbers, new Random(seed));

        Root shuffled = library.write("all.jsonl", lines(numbers)).snapshot().root();
        List<LibraryProblem> problems = problems(library.write("all.jsonl", inOrder.replace("9 pays", "9 *pays*")));

        assertEquals(root, shuffled);
        assertEquals(500, problems.size());
        assertEquals(
                IntStream.range(0, 500).mapToObj(i -> i * 10 + 10).toList(),
                problems.stream().map(LibraryProblem::line).toList());
    }

    private static String lines(List<Integer> numbers) {
        return numbers.stream()
                .map(i -> FEE.replace("\"fee\"", "\"fee-" + i + "\"").replace("pays", i + " pays"))
                .collect(Collectors.joining());
    }

    private static String read(LibraryFolder library, String file) {
        try {
            return Files.readString(library.path().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<LibraryProblem> problems(LibraryFolder library) {
        return assertInstanceOf(LoadResult.Refused.class, library.load()).problems();
    }
}
