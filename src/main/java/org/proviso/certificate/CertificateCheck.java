package org.proviso.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.CheckResult.FileMatch;
import org.proviso.certificate.CheckResult.RootTrust;
import org.proviso.clause.Excerpt;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Deviation;
import org.proviso.verification.Span;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Checks certificates: signature, proofs, the trust in the root, and then the document itself, once more, by
/// the very [Verifier] against the proven clauses alone.
///
/// Nothing that a certificate or document says is thrown. The document is verified only if everything before
/// holds, so the clauses that are read are those of a library whose root the reader trusts.
public final class CertificateCheck {

    private static final int MAX_FINDINGS = 50;

    private final Trust trust;
    private final @Nullable LibraryAtHand library;
    private final List<String> findings = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private CertificateCheck(Trust trust, @Nullable LibraryAtHand library) {
        this.trust = trust;
        this.library = library;
    }

    /// A library that the reader has, and the day on which to ask what became of the clauses there; it decides
    /// nothing.
    public record LibraryAtHand(LibrarySnapshot library, LocalDate today) {}

    /// Checks a certificate's file.
    ///
    /// @param document the bytes of the document
    public static CheckResult check(byte[] certificate, byte[] document, Trust trust, @Nullable LibraryAtHand library) {
        return check(() -> Certificate.read(certificate), document, trust, library);
    }

    /// Checks a certificate that is a part of other JSON.
    public static CheckResult check(
            Map<String, Object> certificate, byte[] document, Trust trust, @Nullable LibraryAtHand library) {
        return check(() -> Certificate.of(certificate), document, trust, library);
    }

    private static CheckResult check(
            Supplier<Certificate> reading, byte[] document, Trust trust, @Nullable LibraryAtHand library) {
        Certificate certificate;
        try {
            certificate = reading.get();
        } catch (IllegalArgumentException e) {
            return CheckResult.unreadable(String.valueOf(e.getMessage()));
        }
        return new CertificateCheck(trust, library).check(certificate.statement(), document);
    }

    private CheckResult check(Statement statement, byte[] bytes) {
        signer(statement);
        if (statement.guard() != Certifier.GUARD) {
            find("The certificate was made by version " + statement.guard()
                    + " of the rules; this Proviso checks version " + Certifier.GUARD + " only.");
        }
        Proofs.check(statement, this::find);
        RootTrust rootTrust = rootTrust(statement);
        CanonicalDocument document = document(bytes);
        FileMatch match = match(statement, bytes, document);
        if (findings.isEmpty() && document != null) {
            verify(statement, document, match);
        }
        if (statement.scope() == Scope.CONTRACT) {
            notices.add("That the document is a complete contract of the type "
                    + (statement.contractType() == null ? "that was named" : statement.contractType())
                    + " is the signer's statement; what is proven is that every clause is approved.");
        }
        return new CheckResult(
                findings.isEmpty(),
                findings,
                notices,
                statement.root(),
                statement.library(),
                rootTrust,
                match,
                statement.signer().keyid(),
                statement.asOf(),
                statement.scope(),
                statement.contractType() == null
                        ? null
                        : statement.contractType().value());
    }

    private void find(String finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        }
    }

    private void signer(Statement statement) {
        VerifyingKey signer = trust.signer();
        if (signer == null) {
            notices.add("It is signed by the key " + statement.signer().keyid()
                    + ", which was not named: the day and the values are the word of whoever has it.");
        }
        if (signer != null && !signer.equals(statement.signer())) {
            find("The certificate is signed by the key " + statement.signer() + ", not by the one that was named, "
                    + signer + ".");
        }
    }

    private RootTrust rootTrust(Statement statement) {
        RootTrust signed = signedByOwner(statement);
        if (trust.root() != null && !trust.root().equals(statement.root())) {
            find("The certificate is about the root " + statement.root() + ", not about the pinned one, " + trust.root()
                    + ".");
            return RootTrust.NONE;
        }
        if (trust.root() == null && trust.owner() == null) {
            find("Nothing but its signer's word says that " + statement.root()
                    + " is the root of the library. Pin the root that you trust, or name the key of the library's owner;"
                    + " the document was not verified.");
        }
        return trust.root() == null ? signed : RootTrust.PINNED;
    }

    private RootTrust signedByOwner(Statement statement) {
        VerifyingKey owner = trust.owner();
        Map<String, Object> json = statement.rootSignature();
        if (json == null) {
            if (owner != null) {
                find("The certificate carries no signature of the library's owner on its root.");
            }
            return RootTrust.NONE;
        }
        RootSignature signature;
        try {
            signature = RootSignature.of(Envelope.of("the root's signature", json));
        } catch (IllegalArgumentException e) {
            find("The signature on the root cannot be read: " + e.getMessage());
            return RootTrust.NONE;
        }
        if (!signature.root().equals(statement.root())) {
            find("The signature on the root is on another one, " + signature.root() + ".");
            return RootTrust.NONE;
        }
        if (!signature.library().equals(statement.library())) {
            find("The signature on the root is for the library \"" + Excerpt.of(signature.library())
                    + "\", but the settings are of \"" + Excerpt.of(statement.library()) + "\".");
            return RootTrust.NONE;
        }
        if (owner == null) {
            notices.add(
                    "The certificate carries a signature on the root. It proves nothing, since anyone can sign a root:"
                            + " name the key of the library's owner to have it checked.");
            return RootTrust.NONE;
        }
        if (!signature.isBy(owner)) {
            find("The signature on the root is not by the named owner of the library, " + owner + ".");
            return RootTrust.NONE;
        }
        return RootTrust.SIGNED;
    }

    private @Nullable CanonicalDocument document(byte[] bytes) {
        try {
            return MarkdownReader.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private FileMatch match(Statement statement, byte[] bytes, @Nullable CanonicalDocument document) {
        boolean sameTokens = document != null && CanonicalDigest.of(document).equals(statement.tokens());
        if (Digests.hex(bytes).equals(statement.file())) {
            if (!sameTokens) {
                find(
                        "The canonical text of the document is not the certified one: the certificate contradicts itself.");
            }
            return FileMatch.SAME;
        }
        if (sameTokens) {
            notices.add("The document is another file than the certified one, with the same text.");
            return FileMatch.OTHER_FILE_SAME_TOKENS;
        }
        find("The document is not the certified one: its text differs.");
        return FileMatch.OTHER;
    }

    private void verify(Statement statement, CanonicalDocument document, FileMatch match) {
        if (document.isEmpty()) {
            find("The document has no text.");
            return;
        }
        ProvenLibrary proven;
        Verification verification;
        try {
            proven = ProvenLibrary.of(statement);
            verification = new Verifier(proven.snapshot())
                    .verify(new VerificationRequest(
                            document, statement.asOf(), proven.values(), null, statement.jurisdiction()));
        } catch (IllegalArgumentException e) {
            find(String.valueOf(e.getMessage()));
            return;
        }
        if (verification.verdict() != Verdict.VERIFIED) {
            find("Against the proven clauses the document is " + verification.verdict() + ": "
                    + verification.deviations().stream()
                            .map(Deviation::reason)
                            .findFirst()
                            .orElse("it holds values that the certificate does not."));
            return;
        }
        compare(statement.spans(), verification.spans(), proven, match);
        if (library != null) {
            notices.addAll(ClauseToday.notices(statement, library));
        }
    }

    private void compare(List<CertifiedSpan> certified, List<Span> found, ProvenLibrary proven, FileMatch match) {
        if (certified.size() != found.size()) {
            find("The document has " + found.size() + " clauses, but the certificate names " + certified.size() + ".");
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            CertifiedSpan expected = certified.get(i);
            Span span = found.get(i);
            boolean same = span.clauses().getFirst().equals(expected.clause())
                    && Certifier.written(
                                    proven.snapshot().slotFormat(),
                                    proven.snapshot().clause(expected.clause()).orElseThrow(),
                                    span)
                            .equals(expected.slots());
            boolean samePlace = span.start() == expected.start() && span.end() == expected.end();
            if (!same || (match == FileMatch.SAME && !samePlace)) {
                find("The document has " + span.clauses().getFirst() + " from " + span.start() + " to " + span.end()
                        + ", where the certificate names " + expected.clause() + " from " + expected.start() + " to "
                        + expected.end() + (same || !samePlace ? "." : " with other values."));
            }
        }
    }
}
