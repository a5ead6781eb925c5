package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.library.LibraryLock.Written;
import org.proviso.testkit.LibraryFolder;

class LibraryLockTest {

    private static final String CAP = "The borrower may borrow up to {{amount}} in total.";
    private static final String HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void aLockHoldsTheHashOfEveryWordingInIdOrder() throws IOException {
        LibraryFolder library = new LibraryFolder(folder).clause("fee", "", "The borrower pays the fee.");

        Written written = lock(library);
        List<String> lines = Files.readAllLines(folder.resolve("library.lock"));

        assertEquals(new Written(2, 2), written);
        assertTrue(lines.getFirst().startsWith("# "));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("cap@1 "));
        assertEquals("fee@1 " + feeHash(), lines.get(2));
        assertEquals(2, library.snapshot().clauses().size());
        assertEquals(new Written(2, 0), lock(library));
    }

    /// By hand, as a stranger would: SHA-256 over a zero byte and the RFC 8785 JSON.
    private static String feeHash() {
        String leaf = "\0{\"conspicuous\":false,\"family\":\"fee\",\"id\":\"fee\",\"jurisdictions\":[\"any\"],"
                + "\"slots\":{},\"text\":\"The borrower pays the fee.\",\"title\":\"Title of fee\",\"version\":1}";
        return HexFormat.of().formatHex(MerkleTree.sha256().digest(leaf.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: Title of cap | title: Cap
            in total            | overall
            USD 100000          | USD 100001
            slots:              | jurisdictions: [US-DE]\\nslots:
            slots:              | conspicuous: true\\nslots:
            """)
    void aWordingCannotChangeUnderItsNumber(String from, String to) throws IOException {
        LibraryFolder library = new LibraryFolder(folder);
        lock(library);
        String file = Files.readString(folder.resolve("clauses/cap.md"));
        library.write("clauses/cap.md", file.replace(from, to.replace("\\n", "\n")));

        LibraryProblem problem = problems(library).getFirst();

        assertEquals("clauses/cap.md", problem.file());
        assertEquals(3, problem.line());
        assertEquals(
                "The text of cap@1, or its title, family, jurisdictions or slots, was changed under its number.",
                problem.message());
        assertEquals("Put it back as it was, and write version 2.", problem.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: retired",
                "position: fallback-1",
                "guidance: Never.",
                "questions: [Why?]",
                "category: Money",
                "source: x"
            })
    void itsUseCan(String line) throws IOException {
        LibraryFolder library = new LibraryFolder(folder);
        lock(library);

        library.clause("cap", "slots: {amount: {type: money, max: USD 100000, ask: \"How much?\"}}\n" + line, CAP);

        assertEquals(1, library.snapshot().clauses().size());
    }

    @Test
    void aLockedVersionCannotGoButANewOneMayCome() throws IOException {
        LibraryFolder library = new LibraryFolder(folder).clause("fee", "", "The borrower pays the fee.");
        lock(library);
        library.clause("fine", "", "The borrower pays the fine.");
        assertEquals(3, library.snapshot().clauses().size());
        Files.delete(folder.resolve("clauses/fee.md"));

        LibraryProblem problem = problems(library).getFirst();

        assertEquals("library.lock", problem.file());
        assertEquals(3, problem.line());
        assertTrue(problem.message().contains("fee@1 is gone"), problem::toString);
    }

    @Test
    void nothingIsGoneWhileAFileCannotBeRead() throws IOException {
        LibraryFolder library = new LibraryFolder(folder).clause("fee", "", "The borrower pays the fee.");
        lock(library);
        library.clause("fee", "colour: red", "The borrower pays the fee.");

        List<LibraryProblem> problems = problems(library);

        assertEquals(
                List.of("clauses/fee.md"),
                problems.stream().map(LibraryProblem::file).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< ours",
                "",
                "cap@1",
                "cap@1  0000000000000000000000000000000000000000000000000000000000000000",
                "cap@0 0000000000000000000000000000000000000000000000000000000000000000",
                "Cap@1 0000000000000000000000000000000000000000000000000000000000000000",
                "cap@1 000000000000000000000000000000000000000000000000000000000000000G",
                "# another comment"
            })
    void aMalformedLineIsReported(String line) {
        LibraryFolder library = new LibraryFolder(folder).write("library.lock", "# lock\n" + line + "\n");

        LibraryProblem problem = problems(library).getFirst();

        assertEquals("library.lock", problem.file());
        assertEquals(2, problem.line());
    }

    @Test
    void aVersionThatStandsTwiceIsReported() {
        LibraryFolder library =
                new LibraryFolder(folder).write("library.lock", "cap@1 " + HASH + "\ncap@1 " + HASH + "\n");

        assertTrue(problems(library).stream()
                .anyMatch(problem -> problem.line() == 2 && problem.message().equals("cap@1 stands twice.")));
    }

    @Test
    void windowsLineEndsAreRead() throws IOException {
        LibraryFolder library = new LibraryFolder(folder);
        lock(library);
        String lock = Files.readString(folder.resolve("library.lock"));

        library.write("library.lock", lock.replace("\n", "\r\n"));

        assertEquals(1, library.snapshot().clauses().size());
        assertEquals(new Written(1, 0), lock(library));
    }

    @Test
    void aLockThatChangedMeanwhileIsNotOverwritten() {
        LibraryFolder library = new LibraryFolder(folder);
        LibrarySnapshot snapshot = library.snapshot();
        library.write("library.lock", "gone@1 " + HASH + "\n");

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> LibraryLock.write(folder, snapshot));

        assertTrue(refused.getMessage().contains("disagrees on gone@1"), refused::getMessage);
    }

    @Test
    void writersAtOnceLeaveAWholeLockAndNothingElse() throws IOException {
        LibraryFolder library = new LibraryFolder(folder);
        for (int i = 0; i < 200; i++) {
            library.clause("fee-" + i, "", "The borrower pays the fee number " + i + ".");
        }
        LibrarySnapshot snapshot = library.snapshot();

        IntStream.range(0, 16).parallel().forEach(_ -> {
            try {
                LibraryLock.write(folder, snapshot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertEquals(202, Files.readAllLines(folder.resolve("library.lock")).size());
        assertEquals(201, library.snapshot().clauses().size());
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }

    private static Written lock(LibraryFolder library) throws IOException {
        return LibraryLock.write(library.path(), library.snapshot());
    }

    private static List<LibraryProblem> problems(LibraryFolder library) {
        return assertInstanceOf(LoadResult.Refused.class, library.load()).problems();
    }
}
