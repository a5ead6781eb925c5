package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.ProvisoCommand;
import org.proviso.testkit.LibraryFolder;
import org.proviso.testkit.SampleLibrary;

class CommandLineTest {

    private static final String NDA = "--contract-type=mutual-nda";

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    @Test
    void aDraftIsWrittenAndVerifiedWithItsValues() throws IOException {
        Path contract = folder.resolve("nda.md");

        Run drafted = run(withValues("draft", NDA, "--jurisdiction=GB-EAW", "-o", contract.toString()));
        Run unconfirmed = run("verify", contract.toString());
        Path draft = Files.writeString(
                folder.resolve("draft.json"),
                run(withValues("draft", NDA, "--jurisdiction=GB-EAW", "--json")).out());
        Run verified = run("verify", contract.toString(), "--values", draft.toString());
        Files.writeString(contract, Files.readString(contract).replace("reasonable care", "some care"));
        Run rejected = run("verify", contract.toString(), "--values", draft.toString());

        assertEquals(0, drafted.status(), drafted::err);
        assertTrue(drafted.err().startsWith("notice: The library says of these clauses: sample text"), drafted::err);
        assertTrue(drafted.err().contains("complete (GB-EAW"), drafted::err);
        assertEquals(3, unconfirmed.status());
        assertTrue(unconfirmed.out().contains("first-party (party): Acme, Inc."), unconfirmed::out);
        assertEquals(0, verified.status(), verified::out);
        assertTrue(
                verified.out().startsWith("verified: " + contract + "\n100.0 % of the text is approved"),
                verified::out);
        assertEquals(1, rejected.status());
        assertTrue(rejected.out().contains("1. altered (material, scope), line 51, column 5"), rejected::out);
        assertTrue(rejected.out().contains("[-reasonable-] {+some+} care"), rejected::out);
        assertTrue(rejected.out().contains("\"some\" stands where \"reasonable\" is approved"), rejected::out);
        assertTrue(rejected.out().contains("no opinion on legal sufficiency"), rejected::out);
    }

    @Test
    void anOpenDraftNamesItsQuestionsAndExitsThree() {
        Run run = run("draft", NDA, "--value", "first-party=Acme, Inc.");

        assertEquals(3, run.status());
        assertTrue(run.out().contains("⟦second-party⟧"));
        assertTrue(run.err().contains("open: second-party (party): "), run::err);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            draft --contract-type=lease                                         | "lease" is not a contract type
            draft --contract-type=mutual-nda --jurisdiction=US-ZZ               | "US-ZZ" is not a known jurisdiction
            draft --contract-type=mutual-nda --position=residuals=second        | "second" is not a position
            draft --contract-type=mutual-nda --include=Residuals                | "Residuals" is not a family
            draft --contract-type=mutual-nda --as-of=2026-02-31                 | "2026-02-31" is not a day
            draft --contract-type=mutual-nda --value=purpose=nothing            | could change what the clause says
            draft --contract-type=mutual-nda --value=x=y                        | There is no such slot
            draft --contract-type=mutual-nda --value=purpose[1].x=y             | values.purpose: It is no rows
            draft --contract-type=mutual-nda --value=fees[1].x=y                | values.fees: There is no such slot
            draft --contract-type=mutual-nda --value=fees[01].x=y               | values.fees[01].x: This names no cell
            draft --contract-type=mutual-nda --values=no-such-file              | cannot be read
            draft --contract-type=mutual-nda -o no/such/folder/nda.md           | There is no folder
            draft                                                               | --contract-type
            verify no-such-file.md                                              | There is no file no-such-file.md
            verify                                                              | FILE
            verify README.md --library no-such-library                          | There is no folder no-such-library
            search --limit=0 x                                                  | 0
            sing                                                                | sing
            serve --port 70000                                                  | 70000
            """)
    void wrongUseExitsTwoAndSaysWhat(String command, String message) {
        Run run = run(command.split(" "));

        assertEquals(2, run.status(), run::err);
        assertTrue(run.err().contains(message), run::err);
        assertFalse(run.err().contains("\tat "), "no stack trace");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path binary = Files.write(folder.resolve("contract.docx"), new byte[] {'P', 'K', (byte) 0x93, (byte) 0xff});
        Path empty = Files.writeString(folder.resolve("empty.md"), " \n");
        Path values = Files.writeString(folder.resolve("values.json"), "{\"a\": [1]}");

        assertTrue(run("verify", binary.toString()).err().contains("not text in UTF-8"));
        assertTrue(run("verify", empty.toString()).err().contains("There is no text"));
        assertTrue(run("verify", "README.md", "--values", values.toString())
                .err()
                .contains("values.a[1]: It is the number 1"));
        assertTrue(
                run("verify", "README.md", "--values", empty.toString()).err().contains("holds no JSON object"));
    }

    @Test
    void aConditionOfTheRecipeIsAskedAndItsAnswerCounts() throws IOException {
        LibraryFolder library = new LibraryFolder(folder.resolve("library"))
                .write(
                        "contracts/loan.yaml",
                        LibraryFolder.RECIPE.replace("sections:", "slots: {deal: {type: flag}}\nsections:")
                                + "      - {family: pledge, when: {deal: true}}\n")
                .clause("pledge", "may-agree: the board", "The borrower pledges the whole of the harvest.");
        String[] command = {
            "draft", "--contract-type=loan", "--library", library.path().toString(), "--value=amount=USD 5"
        };
        Path contract = folder.resolve("loan.md");

        Run open = run(command);
        Run small = run(with(command, "--value=deal=false", "-o", contract.toString()));
        Run large = run(with(command, "--value=deal=true"));
        Run incomplete = run(
                "verify",
                contract.toString(),
                "--library=" + library.path(),
                "--contract-type=loan",
                "--value=amount=USD 5",
                "--value=deal=true");

        assertEquals(3, open.status());
        assertTrue(open.err().contains("open: deal (flag): What is the deal?"), open::err);
        assertFalse(open.out().contains("pledges"));
        assertEquals(0, small.status(), small::err);
        assertFalse(Files.readString(contract).contains("pledges"));
        assertEquals(0, large.status(), large::err);
        assertTrue(large.out().contains("1.2 The borrower pledges"), large::out);
        assertTrue(large.err().contains("to be agreed by the board: pledge@1"), large::err);
        assertTrue(incomplete.out().contains("missing: pledge\n"), incomplete::out);
    }

    @Test
    void aRejectedDraftLeavesNoFile() throws IOException {
        Path contract = Files.writeString(folder.resolve("nda.md"), "mine");

        Run run = run("draft", NDA, "--value=purpose=nothing", "-o", contract.toString());

        assertEquals(2, run.status());
        assertEquals("mine", Files.readString(contract));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void lintReportsEveryProblemAndOtherVerbsRefuseTheLibrary() {
        LibraryFolder library = new LibraryFolder(folder.resolve("library"))
                .clause("fee", "status: good\ncolour: red", "The fee is due at once.");

        Run lint = run("library", "lint", "--library", library.path().toString());
        Run verify = run("verify", "README.md", "--library", library.path().toString());
        Run clean = run("library", "lint");

        assertEquals(1, lint.status());
        assertTrue(lint.out().contains("clauses/fee.md:5: error load: \"good\" is not a status"), lint::out);
        assertTrue(lint.out().contains("clauses/fee.md:6: error load: The key \"colour\" is unknown"), lint::out);
        assertEquals(2, verify.status());
        assertTrue(verify.err().contains("clauses/fee.md:5"), verify::err);
        assertEquals(0, clean.status());
    }

    @Test
    void lintIsAGateThatWarningsPassUnlessItIsStrict() {
        LibraryFolder library = new LibraryFolder(folder.resolve("library"));
        String option = "--library=" + library.path();

        Run gate = run("library", "lint", option);
        Run strict = run("library", "lint", "--strict", option);
        Run json = run("library", "lint", "--json", option);
        Run wrong = run("library", "lint", "--as-of=tomorrow", option);
        library.write("contracts/loan.yaml", LibraryFolder.RECIPE.replace("[US-DE]", "[US-DE, US-NY]"))
                .clause(
                        "cap",
                        "jurisdictions: [US-DE]\nslots: {amount: {type: money, max: USD 100000}}",
                        "The borrower may borrow up to {{amount}} in total.");
        Run broken = run("library", "lint", option);

        assertEquals(0, gate.status(), gate::err);
        assertTrue(gate.out().contains("clauses/cap.md:5: warning slot-question: The slot \"amount\""), gate::out);
        assertTrue(gate.out().contains("1 clauses, 0 errors, 2 warnings."), gate::out);
        assertEquals(1, strict.status());
        assertTrue(json.out().contains("\"rule\" : \"slot-question\""), json::out);
        assertTrue(json.out().contains("\"warnings\" : 2"), json::out);
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("\"tomorrow\" is not a day"), wrong::err);
        assertEquals(1, broken.status());
        assertTrue(broken.out().contains("contracts/loan.yaml:8: error family-gap"), broken::out);
    }

    @Test
    void diffShowsWhatChangedBetweenTwoLibraries() {
        LibraryFolder before = new LibraryFolder(folder.resolve("before"));
        LibraryFolder after = new LibraryFolder(folder.resolve("after"))
                .clause(
                        "cap",
                        "slots: {amount: {type: money, max: USD 200000}}",
                        "The borrower must borrow up to {{amount}} in total.")
                .clause("fee", "", "A fee is due at the end of the year.");

        Run diff = run("library", "diff", before.path().toString(), after.path().toString());
        Run json = run(
                "library",
                "diff",
                "--json",
                before.path().toString(),
                after.path().toString());
        Run same =
                run("library", "diff", before.path().toString(), before.path().toString());
        Run missing = run("library", "diff", before.path().toString(), "nowhere");

        assertEquals(0, diff.status(), diff::err);
        assertTrue(diff.out().contains("changed: cap@1"), diff::out);
        assertTrue(diff.out().contains("slots.amount.max: [-USD 100,000-] {+USD 200,000+}"), diff::out);
        assertTrue(diff.out().contains("text: The borrower [-may-] {+must+} borrow up to"), diff::out);
        assertTrue(diff.out().contains("added: fee@1"), diff::out);
        assertTrue(json.out().contains("\"operation\" : \"replaced\""), json::out);
        assertTrue(same.out().startsWith("No difference."), same::out);
        assertEquals(2, missing.status());
        assertTrue(missing.err().contains("There is no folder nowhere"), missing::err);
    }

    @Test
    void aLockIsWrittenAndThenKept() throws IOException {
        LibraryFolder library = new LibraryFolder(folder.resolve("library"));
        String option = "--library=" + library.path();

        Run first = run("library", "lock", option);
        Run again = run("library", "lock", "--json", option);
        Files.writeString(
                library.path().resolve("clauses/cap.md"),
                Files.readString(library.path().resolve("clauses/cap.md")).replace("in total", "overall"));
        Run changed = run("library", "lock", option);
        Run lint = run("library", "lint", option);

        assertEquals(0, first.status(), first::err);
        assertEquals("1 versions locked, 1 of them new.", first.out().strip());
        assertTrue(again.out().contains("\"added\""), again::out);
        assertEquals(2, changed.status());
        assertTrue(changed.err().contains("clauses/cap.md:3: The text of cap@1"), changed::err);
        assertEquals(1, lint.status());
    }

    @Test
    void askAndSearchAnswerFromTheLibraryAndBuildTheIndexOnce() {
        Run ask = run("ask", "Which law governs the agreement?", "--jurisdiction=GB-EAW");
        Run search = run("search", "share", "with", "affiliates", "--limit=3");
        Run nothing = run("ask", "What is the best pizza in Naples?");
        Run stats = run("library", "stats", "--json");

        assertEquals(0, ask.status(), ask::err);
        assertTrue(ask.out().contains("> — governing-law.england@1"), ask::out);
        assertEquals(3, search.out().lines().count());
        assertTrue(search.out().contains("confidentiality.affiliates."), search::out);
        Run explained = run("search", "share", "with", "affiliates", "--limit=1", "--explain");
        assertTrue(explained.out().contains("by words no. 1 ("), explained::out);
        assertTrue(explained.out().contains("holds 2 of 2 words of the query: share, affiliates, in "), explained::out);
        assertTrue(nothing.out().startsWith("The library has no approved clause"), nothing::out);
        assertTrue(stats.out().contains(SampleLibrary.library().root().hex()));
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private String[] withValues(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        SampleLibrary.NDA_VALUES.forEach((slot, value) -> all.add("--value=" + slot + "=" + value));
        return all.toArray(String[]::new);
    }

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        List<String> all = new ArrayList<>(List.of(arguments));
        if (List.of("draft", "verify", "ask", "search").contains(arguments[0])) {
            all.add("--data=" + folder.resolve("data"));
        }
        int status = ProvisoCommand.run(
                new ProvisoApplication(errors), new PrintWriter(out, true), errors, all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
