package org.proviso.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.Root;

/// A signature on the root of a library: `library.sig`. It says that a library has a root; that the signer owns
/// the library is known only to who was told the owner's key, see [#isBy].
///
/// @param library the id of the library
/// @param clauses how many clause versions it had
/// @param keyid which key it says to be signed by
public record RootSignature(
        Envelope envelope, String library, Root root, long clauses, LocalDate signedOn, String keyid) {

    /// The name of the file in a library's folder.
    public static final String NAME = "library.sig";

    private static final String PREDICATE = "urn:proviso:library-root:v1";
    private static final int MAX_BYTES = 64 << 10;

    /// Signs the root of a library.
    public static RootSignature sign(LibrarySnapshot library, SigningKey owner, LocalDate signedOn) {
        return of(Envelope.sign(
                Map.of(
                        "_type",
                        Statement.TYPE,
                        "subject",
                        List.of(Statement.subject(
                                library.settings().id(), library.root().hex())),
                        "predicateType",
                        PREDICATE,
                        "predicate",
                        Map.of("clauses", library.clauses().size(), "signedOn", signedOn.toString())),
                owner));
    }

    /// @throws IllegalArgumentException saying why the envelope holds none
    static RootSignature of(Envelope envelope) {
        Fields statement = new Fields(NAME, envelope.statement(NAME));
        statement.constant("_type", Statement.TYPE);
        statement.constant("predicateType", PREDICATE);
        List<Fields> subjects = statement.objects("subject", 1);
        if (subjects.isEmpty()) {
            throw statement.refused("subject", "is empty");
        }
        Fields subject = subjects.getFirst();
        String library = subject.text("name");
        Root root = new Root(Statement.digest(subject, library));
        Fields predicate = statement.object("predicate");
        RootSignature signature = new RootSignature(
                envelope,
                library,
                root,
                predicate.number("clauses", Integer.MAX_VALUE),
                predicate.day("signedOn"),
                envelope.signatures().isEmpty()
                        ? ""
                        : envelope.signatures().getFirst().keyid());
        predicate.refuseOthers();
        statement.refuseOthers();
        return signature;
    }

    public boolean isBy(VerifyingKey owner) {
        return envelope.isSignedBy(owner);
    }

    /// The signature in a library's folder; empty if there is none.
    ///
    /// @throws IllegalArgumentException naming the file if it holds something else
    /// @throws IOException if it cannot be read
    public static Optional<RootSignature> in(Path library) throws IOException {
        Path file = library.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is no file. Remove it, and sign the library again.");
        }
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(NAME + " is larger than 64 KiB.");
            }
            return Optional.of(of(Envelope.read(bytes, NAME)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " cannot be used: " + e.getMessage() + " Sign the library again, or remove the file.", e);
        }
    }

    /// Puts the signature into a library's folder, in place of an older one, wholly or not at all.
    public void writeTo(Path library) throws IOException {
        Path part = library.resolve("." + NAME + "." + UUID.randomUUID());
        try {
            Files.write(part, envelope.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(
                    part, library.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
