package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditPairsTest {

    private static final String GOOD = "{\"original\": \"a\", \"altered\": \"b\"}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("edits.jsonl");
    }

    @Test
    void pairsCarryTheirPlaceAndCategory() throws IOException {
        Files.writeString(
                file,
                "\uFEFF" + GOOD + "\r\n \n{\"id\": 7, \"altered\": \"ß\", \"category\": \"number\","
                        + " \"original\": \"\\u201cx\\n\"}");

        List<EditPair> pairs = EditPairs.read(List.of(file));

        assertEquals(
                List.of(
                        new EditPair(file.toString(), 1, "", "a", "b", ""),
                        new EditPair(file.toString(), 3, "7", "“x\n", "ß", "number")),
                pairs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"original": "a"}                                | The field "altered" is missing
            {"altered": "a"}                                 | The field "original" is missing
            {"original": "a", "altered": 5}                  | The field "altered" is 5, which is no text
            {"original": null, "altered": "b"}               | The field "original" is null, which is no text
            {"original": "a", "altered": "b", "category": 1} | The field "category" is 1, which is no text
            ["a", "b"]                                       | is no JSON object
            {"original": "a", "altered": "b"                 | This is not JSON
            {"original": "a", "altered": "b"} {}             | This is not JSON
            {"original": "a", "original": "b"}               | This is not JSON: Duplicate field 'original'
            original,altered                                 | This is not JSON
            """)
    void aLineThatIsNoPairIsNamedWithItsRemedy(String line, String message) throws IOException {
        Files.writeString(file, GOOD + "\n" + line + "\n" + GOOD + "\n");

        LineProblem problem = problems(file).getFirst();

        assertEquals(file.toString(), problem.file());
        assertEquals(2, problem.line());
        assertTrue(problem.message().contains(message), problem::message);
        assertTrue(problem.remedy().startsWith("Write "), problem::remedy);
    }

    @Test
    void everyProblemOfEveryFileIsReportedAtOnce() throws IOException {
        Path binary = Files.write(folder.resolve("binary.jsonl"), new byte[] {'\n', (byte) 0xff, '\n'});
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n\n");
        Path missing = folder.resolve("missing.jsonl");
        Files.writeString(file, "1\n" + GOOD + "\n{}\n");

        List<LineProblem> problems = problems(file, binary, empty, missing, folder);

        assertEquals(
                List.of(
                        "edits.jsonl:1",
                        "edits.jsonl:3",
                        "edits.jsonl:3",
                        "binary.jsonl:2",
                        "empty.jsonl:0",
                        "missing.jsonl:0",
                        folder.getFileName() + ":0"),
                problems.stream()
                        .map(problem -> Path.of(problem.file()).getFileName() + ":" + problem.line())
                        .toList());
    }

    private static List<LineProblem> problems(Path... files) {
        return assertThrows(UnreadableDataException.class, () -> EditPairs.read(List.of(files)))
                .problems();
    }
}
