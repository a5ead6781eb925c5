package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Status;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibraryLock;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LintRule;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport.Outcome;
import org.proviso.migration.Moves.Step;
import org.proviso.review.Lint;
import org.proviso.testkit.LibraryFolder;

/// What comes in, what is there, what is refused, and that nothing is ever half there.
class ImportTest {

    @TempDir
    private Path folder;

    private Path library;
    private LibrarySnapshot before;
    private List<String> filesBefore;

    @BeforeEach
    void aLibrary() {
        LibraryFolder made = new LibraryFolder(folder.resolve("library"));
        library = made.path();
        before = made.snapshot();
        filesBefore = Imports.files(library);
    }

    private Path bulk(String... lines) {
        return Imports.write(folder.resolve("more.jsonl"), String.join("\n", lines) + "\n");
    }

    private static String line(String id, int version, String text) {
        return "{\"id\": \"" + id + "\", \"version\": " + version + ", \"title\": \"Title\", \"text\": \"" + text
                + "\"}";
    }

    private void assertUntouched() {
        assertEquals(filesBefore, Imports.files(library));
        assertEquals(before.root(), Imports.load(library).root());
    }

    @Test
    void aTextIsRidOfWhatNobodySeesAndOfEmphasisAndIsADraftThen() {
        String hidden = line("rent", 1, "(a) _Rent_. The rent is\u200E due, **every** month.")
                .replace("}", ", \"status\": \"approved\"}");

        ImportReport report = Imports.run(Imports.request(bulk(hidden.replace("(a) ", "")), library));

        assertEquals(Outcome.WRITTEN, report.outcome());
        assertTrue(Imports.says(report, Kind.NOTE, "Invisible characters and marks of emphasis", "rent@1"));
        LibrarySnapshot after = Imports.load(library);
        ClauseVersion rent = after.clauses().stream()
                .filter(clause -> clause.id().value().equals("rent"))
                .findFirst()
                .orElseThrow();
        assertEquals("Rent. The rent is due, every month.", rent.text().source());
        assertEquals(Status.DRAFT, rent.status());
    }

    @Test
    void aRetiredTextWithMarksStaysRetiredAndNobodyIsSaidToHaveApprovedIt() {
        Path source = Imports.write(folder.resolve("waiver.jsonl"), """
                {"id":"waiver","version":1,"title":"Waiver","text":"The buyer waives all of its rights."}
                {"id":"waiver","version":2,"title":"Waiver","status":"retired","approved":{"by":"Ann","on":"2020-01-01"},\
                "text":"The buyer waives **some** of its rights."}
                """);

        ImportReport report = Imports.run(Imports.request(source, library));

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        ClauseVersion waiver = Imports.load(library).versions(new ClauseId("waiver")).stream()
                .filter(clause -> clause.versionId().version() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(Status.RETIRED, waiver.status());
        assertNull(waiver.approved());
    }

    @Test
    void aLineWithMarksIsStillRefusedForAKeyThatStandsTwice() {
        Path source = Imports.write(
                folder.resolve("twice.jsonl"),
                "{\"id\":\"rent\",\"id\":\"toll\",\"version\":1,\"title\":\"Rent\",\"text\":\"The tenant *shall* pay.\"}\n");

        ImportReport report = Imports.run(Imports.request(source, library));

        assertEquals(Outcome.REFUSED, report.outcome(), report::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The rent is [due](x) at once.",
                "The sum is 2 * 3 * 4 dollars.",
                "Sign_here_now and pay the rent.",
                "The rent is `due` at _once_.",
                "The rent is due\u202E not\u202C at once.",
                "The rent\u200E is due \u2067not\u2069 at once.",
                "The \u0646\u0627\u0645\u0647\u200C\u0647\u0627 are due at once."
            })
    void otherMarksAreProblemsAsBefore(String text) {
        ImportReport report = Imports.run(Imports.request(bulk(line("rent", 1, text)), library));

        assertEquals(Outcome.REFUSED, report.outcome());
        assertUntouched();
    }

    @Test
    void moreClausesOfOneTextThanCanBeVerifiedAreRefusedAtTheirLine() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            lines.append("{\"id\":\"rent-%04d\",\"version\":1,\"title\":\"Rent\",\"text\":\"The rent is due.\"}%n"
                    .formatted(i));
        }
        Path source = Imports.write(folder.resolve("same.jsonl"), lines.toString());

        ImportReport report = Imports.run(Imports.request(source, library));

        assertEquals(Outcome.REFUSED, report.outcome());
        assertTrue(Imports.says(report, Kind.PROBLEM, "rent-1000@1 cannot be verified against", "same.jsonl:1001"));
        assertUntouched();
    }

    /// Where `-Dproviso.data` names the public data, all of it comes in, and lint finds the texts that stand twice.
    @Test
    void aPublicLibraryComesInAndItsDuplicatesAreReported() throws IOException {
        Path data = Path.of(System.getProperty("proviso.data", "none"), "libraries/common-paper-and-bonterms.jsonl");
        assumeTrue(Files.exists(data), "There is no " + data + ".");

        ImportReport report = Imports.run(Imports.request(data, folder.resolve("public")));

        assertEquals(Outcome.WRITTEN, report.outcome(), report.findings()::toString);
        List<String> same = Lint.of(
                        LibraryLoader.load(folder.resolve("public")),
                        MarkdownReader::read,
                        LocalDate.parse("2026-11-25"))
                .stream()
                .filter(finding -> finding.rule() == LintRule.SAME_TEXT)
                .map(Object::toString)
                .toList();
        assertTrue(same.size() > 100, same::toString);
    }

    @Test
    void aNewClauseIsOneNewFolder() {
        ImportReport report = Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library));

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        assertEquals(List.of("rent@1"), report.added());
        assertTrue(Files.exists(library.resolve("clauses/more/general/rent.md")));
        assertEquals(2, Imports.load(library).clauses().size());
        assertEquals(filesBefore.size() + 1, Imports.files(library).size(), "nothing hidden is left");
    }

    @Test
    void aHigherVersionTakesTheNameOfTheOlderOne() throws IOException {
        ImportReport report = Imports.run(Imports.request(
                bulk(line("cap", 3, "The cap is gone for good."), line("cap", 2, "The cap is nearly gone.")), library));

        assertEquals(List.of("clauses/cap@1.md"), report.renamed(), report::toString);
        assertEquals(
                List.of("clauses/cap@1.md", "clauses/more/general/cap.md", "clauses/more/general/cap@2.md"),
                Imports.files(library).stream()
                        .filter(file -> file.endsWith(".md"))
                        .toList());
        assertTrue(
                Files.readString(library.resolve("clauses/more/general/cap.md")).contains("for good"));
    }

    @Test
    void aLowerVersionStandsBesideTheHighest() {
        Imports.run(Imports.request(bulk(line("cap", 3, "The cap is gone for good.")), library));

        ImportReport report = Imports.run(Imports.request(bulk(line("cap", 2, "The cap is nearly gone.")), library));

        assertEquals(List.of(), report.renamed());
        assertTrue(Files.exists(library.resolve("clauses/more-2/general/cap@2.md")));
    }

    @Test
    void whatIsThereIsListedAndStays() {
        Path source = bulk(line("rent", 1, "The rent is due at once."));
        Imports.run(Imports.request(source, library));
        List<String> files = Imports.files(library);

        ImportReport report = Imports.run(Imports.request(source, library));

        assertEquals(Outcome.NOTHING_NEW, report.outcome());
        assertTrue(Imports.says(report, Kind.THERE, "rent@1", "more.jsonl:1"));
        assertEquals(files, Imports.files(library));
    }

    @Test
    void anotherWordingUnderTheSameNumberIsRefused() {
        ImportReport report = Imports.run(Imports.request(
                bulk(line("rent", 1, "The rent is due at once."), line("cap", 1, "The cap is another one.")), library));

        assertEquals(Outcome.REFUSED, report.outcome());
        assertTrue(Imports.says(report, Kind.PROBLEM, "more.jsonl:2", "cap@1", "another wording", "version 2"));
        assertUntouched();
    }

    @Test
    void whatDoesNotHoldWithTheLibraryIsReportedAtItsPlace() {
        ImportReport report = Imports.run(Imports.request(
                bulk(
                        line("rent", 1, "The rent is due at once."),
                        "{\"id\": \"cap-2\", \"version\": 1, \"title\": \"T\", \"family\": \"cap\", \"text\": \"The other cap stands here.\"}"),
                library));

        assertEquals(Outcome.REFUSED, report.outcome());
        assertTrue(Imports.says(report, Kind.PROBLEM, "more.jsonl:2", "cap-2 has the same family"), report::toString);
        assertUntouched();
    }

    @Test
    void skippingLeavesOutWhatCannotComeIn() {
        ImportReport report = Imports.run(Imports.skipping(Imports.request(
                bulk(
                        line("rent", 1, "The rent is due at once."),
                        line("bad", 1, "# No heading in here"),
                        line("rent", 1, "The rent stands here twice."),
                        "{\"id\": \"cap-2\", \"version\": 1, \"title\": \"T\", \"family\": \"cap\", \"text\": \"The other cap stands here.\"}",
                        "{\"id\": \"aaa\", \"version\": 1, \"title\": \"T\", \"family\": \"cap\", \"text\": \"The other cap stands there.\"}"),
                library)));

        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        assertEquals(List.of("rent@1"), report.added(), report::toString);
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:2", "markup"), report::toString);
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:3", "more.jsonl:1"), report::toString);
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:4"), report::toString);
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:5"), report::toString);
    }

    @Test
    void aRehearsalWritesNothing() {
        ImportReport report =
                Imports.run(Imports.dry(Imports.request(bulk(line("cap", 2, "The cap is nearly gone.")), library)));
        ImportReport made = Imports.run(
                Imports.dry(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), folder.resolve("new"))));

        assertEquals(Outcome.DRY_RUN, report.outcome());
        assertEquals(List.of("clauses/cap@1.md"), report.renamed());
        assertUntouched();
        assertEquals(Outcome.DRY_RUN, made.outcome());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aMoveThatFailsIsTakenBack(int failing) {
        Path source = bulk(line("cap", 2, "The cap is nearly gone."), line("rent", 1, "The rent is due at once."));
        int[] steps = {0};
        Step step = (from, to) -> {
            if (++steps[0] == failing) {
                throw new IOException("the disk is full");
            }
            Step.ATOMIC.move(from, to);
        };

        assertThrows(IOException.class, () -> new LibraryImport(Imports.request(source, library), step).run());

        assertEquals(failing, steps[0], "there are two moves: the older version's name and the new folder");
        assertUntouched();
        assertEquals(2, Imports.run(Imports.request(source, library)).added().size());
    }

    @Test
    void whatACrashLeftIsTakenBackByTheNextImport() {
        Path source = bulk(line("cap", 2, "The cap is nearly gone."));
        Step crash = (from, to) -> {
            if (to.toString().contains("more")) {
                throw new ThreadDeathOfTheMachine();
            }
            Step.ATOMIC.move(from, to);
        };
        assertThrows(
                ThreadDeathOfTheMachine.class, () -> new LibraryImport(Imports.request(source, library), crash).run());
        assertTrue(Files.exists(library.resolve("clauses/cap@1.md")), "the crash came between two moves");
        assertThrows(UnusableImport.class, () -> Imports.run(Imports.dry(Imports.request(source, library))));

        ImportReport report = Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library));

        assertEquals(List.of("rent@1"), report.added());
        assertTrue(Imports.says(report, Kind.NOTE, "interrupted"));
        assertTrue(Files.exists(library.resolve("clauses/cap.md")));
        assertEquals(2, Imports.load(library).clauses().size());
    }

    /// An error, which nobody cleans up behind.
    private static final class ThreadDeathOfTheMachine extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aNewLibraryIsNoLibraryBeforeItsLastMove() {
        Path made = folder.resolve("made");
        Path export = Imports.write(
                folder.resolve("export.jsonl"),
                String.join("\n", LibraryExport.lines(before).toList()));
        Step crash = (from, to) -> {
            if (to.endsWith("library.yaml")) {
                throw new ThreadDeathOfTheMachine();
            }
            Step.ATOMIC.move(from, to);
        };
        assertThrows(
                ThreadDeathOfTheMachine.class, () -> new LibraryImport(Imports.request(export, made), crash).run());
        assertFalse(Files.exists(made.resolve("library.yaml")));

        Imports.run(Imports.request(export, made));

        assertEquals(before.root(), Imports.load(made).root());
    }

    @Test
    void theLockStaysAndTheSignatureIsSpokenOf() throws IOException {
        LibraryLock.write(library, before);
        Files.writeString(library.resolve("library.sig"), "a signature");
        String lock = Files.readString(library.resolve("library.lock"));

        ImportReport report = Imports.run(Imports.request(bulk(line("cap", 2, "The cap is nearly gone.")), library));

        assertEquals(List.of("cap@2"), report.added(), report::toString);
        assertTrue(Imports.says(report, Kind.NOTE, "sign it again"));
        assertEquals(lock, Files.readString(library.resolve("library.lock")));
        assertEquals(2, Imports.load(library).clauses().size());
    }

    @Test
    void aSecondImportIsTold() throws IOException {
        try (ImportLock _ = ImportLock.of(library)) {
            UnusableImport told = assertThrows(
                    UnusableImport.class,
                    () -> Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library)));
            assertTrue(told.getMessage().contains("Another import"), told::getMessage);
        }

        assertUntouched();
    }

    @Test
    void anUnusableLibraryIsLeftAlone() {
        new LibraryFolder(library).write("clauses/bad.md", "no front matter");

        UnusableImport told = assertThrows(
                UnusableImport.class,
                () -> Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library)));

        assertTrue(told.getMessage().contains("clauses/bad.md:1"), told::getMessage);
    }

    @Test
    void aFolderWithSomethingElseIsNoTarget() {
        Path other = folder.resolve("other");
        new LibraryFolder(other).write("notes.txt", "x");
        assertThrows(UnusableImport.class, () -> {
            Files.delete(other.resolve("library.yaml"));
            Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), other));
        });
        assertFalse(Files.exists(other.resolve(".import")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/tmp/proviso-outside", "clauses/../../outside", "clauses/away/outside"})
    void aJournalThatSomebodyElseWroteMovesNothingOutside(String path) throws IOException {
        Path outside = Files.createDirectory(folder.resolve("away"));
        Files.createSymbolicLink(library.resolve("clauses/away"), outside);
        Files.writeString(folder.resolve("outside"), "x");
        Files.writeString(outside.resolve("outside"), "x");
        Files.createDirectory(library.resolve(".import"));
        Files.writeString(
                library.resolve(".import/journal.json"),
                "[{\"from\": \"clauses/taken.md\", \"to\": \"" + path + "\"}]");

        try {
            LibraryImport.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library));
        } catch (IOException | UnusableImport e) {
            assertFalse(String.valueOf(e.getMessage()).isEmpty());
        }

        assertTrue(Files.exists(folder.resolve("outside")));
        assertTrue(Files.exists(outside.resolve("outside")));
        assertFalse(Files.exists(library.resolve("clauses/taken.md")));
    }

    @Test
    void linksOutOfTheLibraryAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("away"));
        Files.writeString(outside.resolve("kept"), "x");
        Files.createSymbolicLink(library.resolve(".import"), outside);

        Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library));

        assertTrue(Files.exists(outside.resolve("kept")));
        assertFalse(Files.exists(library.resolve(".import")));
    }

    @Test
    void aLibraryBehindALinkIsTheLibrary() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), library);

        Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), link));

        assertEquals(2, Imports.load(library).clauses().size());
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void clausesBehindALinkAreRefused() throws IOException {
        Path away = folder.resolve("away");
        Files.move(library.resolve("clauses"), away);
        Files.createSymbolicLink(library.resolve("clauses"), away);

        assertThrows(
                UnusableImport.class,
                () -> Imports.run(Imports.request(bulk(line("rent", 1, "The rent is due at once.")), library)));

        assertEquals(List.of("cap.md"), Imports.files(away));
    }

    @Test
    void aLineWithoutEndIsAProblemAndTheRestComesIn() {
        ImportReport report = Imports.run(Imports.skipping(Imports.request(
                bulk(
                        "{\"id\": \"" + "long ".repeat(1 << 20) + "\"}",
                        "not JSON",
                        line("rent", 1, "The rent is due at once.")),
                library)));

        assertEquals(List.of("rent@1"), report.added());
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:1", "longer than 1 MiB"), report::toString);
        assertTrue(Imports.says(report, Kind.SKIPPED, "more.jsonl:2", "not JSON"), report::toString);
        assertEquals(2, report.count(Kind.SKIPPED));
    }

    @Test
    void aNewLibraryNeedsAJurisdiction() {
        ImportRequest request = new ImportRequest(
                bulk(line("rent", 1, "The rent is due at once.")),
                folder.resolve("new"),
                false,
                false,
                Status.DRAFT,
                null,
                java.util.Map.of(),
                null);

        UnusableImport told = assertThrows(UnusableImport.class, () -> Imports.run(request));

        assertTrue(told.getMessage().contains("--jurisdiction"), told::getMessage);
        assertFalse(Files.exists(folder.resolve("new")));
    }
}
