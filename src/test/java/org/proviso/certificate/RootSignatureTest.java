package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.testkit.LibraryFolder;

class RootSignatureTest {

    @TempDir
    private Path folder;

    @Test
    void aSignatureIsReadAsItWasWritten() throws IOException {
        RootSignature signature = RootSignature.sign(Loan.LIBRARY, Loan.OWNER, Loan.DAY);

        signature.writeTo(folder);
        RootSignature read = RootSignature.in(folder).orElseThrow();

        assertEquals(Loan.LIBRARY.root(), read.root());
        assertEquals("test", read.library());
        assertEquals(Loan.LIBRARY.clauses().size(), read.clauses());
        assertEquals(Loan.DAY, read.signedOn());
        assertEquals(Loan.OWNER.publicKey().keyid(), read.keyid());
        assertTrue(read.isBy(Loan.OWNER.publicKey()));
        assertFalse(read.isBy(Loan.ATTACKER.publicKey()));
    }

    @Test
    void aFolderWithoutOneHasNone() throws IOException {
        assertEquals(Optional.empty(), RootSignature.in(folder));
    }

    @Test
    void whatIsNoneIsRefusedByName() throws IOException {
        for (String junk : List.of(
                "", "{}", "x".repeat(70_000), new String(Loan.certificate().file()))) {
            Files.writeString(folder.resolve("library.sig"), junk);

            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> RootSignature.in(folder));
            assertTrue(refusal.getMessage()
                    .startsWith(folder.resolve("library.sig").toString()));
        }
        Envelope other = Envelope.sign(Map.of("_type", Statement.TYPE), Loan.OWNER);
        Files.write(folder.resolve("library.sig"), other.file());
        assertThrows(IllegalArgumentException.class, () -> RootSignature.in(folder));
    }

    @Test
    void aLibraryIsTheSameWithAnySignature() {
        LibraryFolder library = new LibraryFolder(folder);
        var before = library.snapshot().root();

        library.write("library.sig", "junk");

        assertEquals(before, library.snapshot().root());
    }
}
