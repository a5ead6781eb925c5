package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.ProvisoCommand;
import org.proviso.testkit.LibraryFolder;

/// From a draft to a check by a stranger, on the command line.
class CertificateCommandsTest {

    @TempDir
    private Path folder;

    private LibraryFolder library;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void makeALibrary() {
        library = new LibraryFolder(folder.resolve("library"));
    }

    @Test
    void aDraftIsCertifiedAndCheckedUnderAPinnedRoot() {
        Run draft = draft();
        Run check = run("check", "loan.json", "loan.md", "--root=" + root());

        assertEquals(0, draft.status(), draft::err);
        assertEquals(0, check.status(), check::out);
        assertTrue(check.out().startsWith("holds: "), check::out);
        assertTrue(check.out().contains("root: " + root() + " (pinned)"), check::out);
        assertTrue(check.out().contains("file: same"), check::out);
        assertTrue(check.out().contains("no opinion on legal sufficiency"), check::out);
        assertTrue(Files.exists(folder.resolve("data/keys/signing-key.pem")));
        assertFalse(Files.exists(folder.resolve("data/index")));
    }

    @Test
    void anOwnerSignsARootAndStrangersNeedNoLibrary() {
        Run sign = run("library", "sign", "--key=owner.pem", "--new-key", libraryOption());
        draft();
        Run root = run("library", "root", libraryOption());
        Run owned = run("check", "loan.json", "loan.md", "--owner=owner.pem.pub");
        Run nobodys = run("check", "loan.json", "loan.md");
        Run again = run("library", "sign", "--key=owner.pem", "--new-key", libraryOption());

        assertEquals(0, sign.status(), sign::err);
        assertTrue(sign.out().startsWith(root()), sign::out);
        assertTrue(root.out().contains("signed on "), root::out);
        assertEquals(0, owned.status(), owned::out);
        assertTrue(owned.out().contains("(signed)"), owned::out);
        assertEquals(1, nobodys.status());
        assertTrue(nobodys.out().contains("its signer's word"), nobodys::out);
        assertEquals(2, again.status());
        assertTrue(again.err().contains("owner.pem"), again::err);
    }

    @Test
    void aChangedLibraryIsNoLongerSigned() {
        run("library", "sign", "--key=owner.pem", "--new-key", libraryOption());
        library.clause("pledge", "", "The borrower pledges the whole of the harvest.");

        Run root = run("library", "root", libraryOption());
        Run json = run("library", "root", "--json", libraryOption());

        assertTrue(root.out().contains("changed since it was signed"), root::out);
        assertTrue(json.out().contains("\"current\" : false"), json::out);
        assertTrue(json.out().contains("\"clauses\" : 2"), json::out);
    }

    @Test
    void aChangedDocumentDoesNotHold() throws IOException {
        draft();
        Path document = folder.resolve("loan.md");
        Files.writeString(document, Files.readString(document).replace("USD 5", "USD 6"));

        Run check = run("check", "loan.json", "loan.md", "--root=" + root(), "--json");

        assertEquals(1, check.status());
        assertTrue(check.out().contains("\"holds\" : false"), check::out);
        assertTrue(check.out().contains("its text differs"), check::out);
    }

    @Test
    void aVerifiedDocumentIsCertifiedAndAnotherOneIsNot() {
        draft();
        Run unconfirmed = run("verify", "loan.md", "--certificate=verified.json", libraryOption(), dataOption());
        boolean before = Files.exists(folder.resolve("verified.json"));
        Run verified = run(
                "verify",
                "loan.md",
                "--value=amount=USD 5",
                "--certificate=verified.json",
                libraryOption(),
                dataOption());
        Run check = run("check", "verified.json", "loan.md", "--root=" + root());

        assertEquals(3, unconfirmed.status());
        assertTrue(unconfirmed.err().contains("no certificate: the document is values-unconfirmed"), unconfirmed::err);
        assertFalse(before);
        assertEquals(0, verified.status(), verified::err);
        assertEquals(0, check.status(), check::out);
    }

    @Test
    void anOpenDraftIsNotCertified() {
        Run draft = run("draft", "--contract-type=loan", "--certificate=loan.json", libraryOption(), dataOption());

        assertEquals(3, draft.status());
        assertTrue(draft.err().contains("no certificate: the draft is needs-input"), draft::err);
        assertFalse(Files.exists(folder.resolve("loan.json")));
    }

    @Test
    void anEarlierCertificateConfirmsItsValues() {
        draft();
        Run confirmed = run("verify", "loan.md", "--confirmed-by=loan.json", libraryOption(), dataOption());
        Run agreeing = run(
                "verify",
                "loan.md",
                "--confirmed-by=loan.json",
                "--value=amount=USD 5.00",
                libraryOption(),
                dataOption());
        Run contradicting = run(
                "verify", "loan.md", "--confirmed-by=loan.json", "--value=amount=USD 7", libraryOption(), dataOption());
        Run stranger = run(
                "verify", "loan.md", "--confirmed-by=loan.json", libraryOption(), "--data=" + folder.resolve("other"));
        Run named = run(
                "verify",
                "loan.md",
                "--confirmed-by=loan.json",
                "--signer=data/keys/signing-key.pub",
                libraryOption(),
                "--data=" + folder.resolve("other"));

        assertEquals(0, confirmed.status(), confirmed::err);
        assertEquals(0, agreeing.status(), agreeing::err);
        assertEquals(2, contradicting.status());
        assertTrue(contradicting.err().contains("\"USD 7\", but the certificate says \"USD 5\""), contradicting::err);
        assertEquals(2, stranger.status());
        assertTrue(stranger.err().contains("--signer"), stranger::err);
        assertEquals(0, named.status(), named::err);
    }

    @Test
    void aLibraryAtHandTellsWhatBecameOfTheClauses() {
        draft();
        String root = root();
        library.clause(
                "cap",
                "status: retired\nslots: {amount: {type: money, max: USD 100000}}",
                "The borrower may borrow up to {{amount}} in total.");
        library.clause("other", "family: cap", "The borrower may borrow nothing at all.");

        Run check = run("check", "loan.json", "loan.md", "--root=" + root, libraryOption());

        assertEquals(0, check.status(), check::out);
        assertTrue(check.out().contains("notice: In the library at hand, cap@1 was retired."), check::out);
        assertTrue(check.out().contains("another root"), check::out);
    }

    @Test
    void aKeyThatOthersMayReadSignsNothing() throws IOException {
        draft();
        Path key = folder.resolve("data/keys/signing-key.pem");
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

        Run draft = draft();

        assertEquals(2, draft.status());
        assertTrue(draft.err().contains("chmod 600 " + key), draft::err);
    }

    @Test
    void aDamagedSignatureOnTheRootIsToldAndLeftOut() {
        library.write("library.sig", "junk");

        Run draft = draft();
        Run root = run("library", "root", libraryOption());
        Run check = run("check", "loan.json", "loan.md", "--root=" + root());

        assertEquals(0, draft.status());
        assertTrue(draft.err().contains("library.sig cannot be used"), draft::err);
        assertEquals(2, root.status());
        assertEquals(0, check.status(), check::out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check loan.json                              | DOCUMENT
            check no-such.json loan.md                   | There is no file
            check loan.json no-such.md                   | There is no file
            check loan.json loan.md --root=xyz           | is not a SHA-256
            check loan.json loan.md --owner=no-such.pub  | There is no key
            check loan.json loan.md --owner=loan.md      | cannot be used
            check loan.json loan.md --library=no-such    | There is no folder
            library sign                                 | --key
            library sign --key=no-such.pem               | --new-key
            library sign --key=loan.md                   | loan.md
            verify loan.md --confirmed-by=no-such.json   | There is no file
            verify loan.md --confirmed-by=loan.md        | is not JSON
            verify loan.md --value=amount=USD@5 --certificate=no/such/x.json | There is no folder
            """)
    void wrongUseExitsTwoAndSaysWhat(String command, String message) {
        draft();
        String[] words = command.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('@', ' ');
        }
        boolean check = words[0].equals("check");
        Run run = check ? run(words) : run(concat(words));

        assertEquals(2, run.status(), run::err);
        assertTrue(run.err().contains(message), run::err);
        assertFalse(run.err().contains("\tat "), "no stack trace");
    }

    private String[] concat(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = libraryOption();
        all[words.length + 1] = dataOption();
        return all;
    }

    private Run draft() {
        return run(
                "draft",
                "--contract-type=loan",
                "--value=amount=USD 5",
                "--output=loan.md",
                "--certificate=loan.json",
                libraryOption(),
                dataOption());
    }

    private String root() {
        return library.snapshot().root().hex();
    }

    private String libraryOption() {
        return "--library=" + library.path();
    }

    private String dataOption() {
        return "--data=" + folder.resolve("data");
    }

    /// Runs a command with the names of files in it put into the folder.
    private Run run(String... arguments) {
        String[] placed = arguments.clone();
        for (int i = 0; i < placed.length; i++) {
            placed[i] = placed[i].replaceFirst(
                    "^(--[a-z-]+=)?((?:data/keys/|no/such/)?[a-z-]+\\.(?:json|md|pem|pub|pem\\.pub))$",
                    "$1" + folder.toString() + "/$2");
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        int status = ProvisoCommand.run(new ProvisoApplication(errors), new PrintWriter(out, true), errors, placed);
        return new Run(status, out.toString(), err.toString());
    }
}
