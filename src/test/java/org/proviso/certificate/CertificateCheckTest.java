package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.proviso.certificate.CertificateCheck.LibraryAtHand;
import org.proviso.certificate.CheckResult.FileMatch;
import org.proviso.certificate.CheckResult.RootTrust;
import org.proviso.clause.Status;
import org.proviso.library.CanonicalJson;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

class CertificateCheckTest {

    private static final Envelope CERTIFICATE = Loan.certificate();

    @Test
    void aCertificateHoldsUnderAPinnedRoot() {
        CheckResult result = Loan.check(CERTIFICATE, Loan.TEXT, Loan.pinned());

        assertEquals(List.of(), result.findings());
        assertTrue(result.holds());
        assertEquals(RootTrust.PINNED, result.rootTrust());
        assertEquals(FileMatch.SAME, result.file());
        assertEquals(Loan.SERVER.publicKey().keyid(), result.keyid());
        assertEquals(Loan.LIBRARY.root(), result.root());
        assertEquals(Loan.DAY, result.asOf());
        assertEquals("loan", result.contractType());
    }

    @Test
    void aCertificateHoldsUnderTheOwnersKey() {
        CheckResult result = Loan.check(CERTIFICATE, Loan.TEXT, Loan.owned());

        assertEquals(List.of(), result.findings());
        assertEquals(RootTrust.SIGNED, result.rootTrust());
    }

    @Test
    void aCertificateOfNobodysRootIsItsSignersWordOnly() {
        CheckResult result = Loan.check(CERTIFICATE, Loan.TEXT, Trust.NONE);

        assertFalse(result.holds());
        assertEquals(1, result.findings().size());
        assertTrue(result.findings().getFirst().contains("its signer's word"));
        assertTrue(result.findings().getFirst().contains("Pin the root"));
        assertEquals(RootTrust.NONE, result.rootTrust());
    }

    @Test
    void aSignatureOnTheRootProvesNothingUnlessItsOwnerIsNamed() {
        CheckResult result = Loan.check(CERTIFICATE, Loan.TEXT, Loan.pinned());

        assertTrue(result.notices().stream().anyMatch(notice -> notice.contains("It proves nothing")));
    }

    @Test
    void anotherFileWithTheSameTextHoldsWithANotice() {
        String other = Loan.TEXT.replace("# 1. Money", "**1. Money**").replace("may borrow up", "may\nborrow  up");

        CheckResult result =
                Loan.check(CERTIFICATE, "\n" + Loan.TEXT.replace("may borrow", "may\nborrow"), Loan.pinned());

        assertEquals(List.of(), result.findings());
        assertEquals(FileMatch.OTHER_FILE_SAME_TOKENS, result.file());
        assertTrue(result.notices().stream().anyMatch(notice -> notice.contains("another file")));
        assertFalse(Loan.check(CERTIFICATE, other, Loan.pinned()).holds(), "bold counts");
    }

    @Test
    void aFileThatBeginsWithAByteOrderMarkHolds() {
        String text = "\uFEFF" + Loan.TEXT;

        Envelope certificate = Loan.certify(Loan.LIBRARY, Loan.SERVER, text, Loan.VALUES);

        assertEquals(List.of(), Loan.check(certificate, text, Loan.pinned()).findings());
        assertEquals(
                FileMatch.OTHER_FILE_SAME_TOKENS,
                Loan.check(certificate, Loan.TEXT, Loan.pinned()).file());
    }

    @Test
    void thatAContractIsCompleteIsCalledItsSignersStatement() {
        CheckResult result = Loan.check(CERTIFICATE, Loan.TEXT, Loan.pinned());

        assertEquals(Scope.CONTRACT, result.scope());
        assertTrue(result.notices().stream().anyMatch(notice -> notice.contains("is the signer's statement")));
    }

    @Test
    void theNamedSignerHasToBeTheOne() {
        Trust mine = new Trust(Loan.LIBRARY.root(), null, Loan.SERVER.publicKey());
        Trust others = new Trust(Loan.LIBRARY.root(), null, Loan.OWNER.publicKey());

        assertTrue(Loan.check(CERTIFICATE, Loan.TEXT, mine).holds());
        assertFalse(Loan.check(CERTIFICATE, Loan.TEXT, others).holds());
    }

    @Test
    void theLibraryAtHandTellsWhatBecameOfTheClauses() {
        LibrarySnapshot today = ClauseFixture.snapshot(
                List.of(
                        clause("borrow@2", "The borrower may borrow up to {{amount}} at most."),
                        clause(
                                        "renewal@1",
                                        Loan.LIBRARY.clauses().stream()
                                                .filter(known -> known.versionId()
                                                        .toString()
                                                        .equals("renewal@1"))
                                                .findFirst()
                                                .orElseThrow()
                                                .text()
                                                .source())
                                .status(Status.RETIRED)),
                List.of());

        CheckResult result = CertificateCheck.check(
                CERTIFICATE.file(),
                Loan.bytes(Loan.TEXT),
                Loan.pinned(),
                new LibraryAtHand(today, LocalDate.of(2026, 7, 1)));

        assertTrue(result.holds());
        assertEquals(
                List.of(
                        "The library at hand has another root, " + today.root() + ".",
                        "In the library at hand, borrow@2 has another text.",
                        "In the library at hand, fees@1 is not known.",
                        "In the library at hand, renewal@1 was retired."),
                result.notices().stream()
                        .filter(notice -> notice.contains("at hand"))
                        .toList());
    }

    @Test
    void theSameLibraryAtHandSaysWhatExpiredSince() {
        CheckResult result = CertificateCheck.check(
                CERTIFICATE.file(),
                Loan.bytes(Loan.TEXT),
                Loan.pinned(),
                new LibraryAtHand(Loan.LIBRARY, LocalDate.of(2027, 7, 1)));

        assertEquals(
                List.of("In the library at hand, borrow@2 was valid until 2027-01-01."),
                result.notices().stream()
                        .filter(notice -> notice.contains("at hand"))
                        .toList());
    }

    @Test
    void theSameDocumentGetsTheSameBytes() {
        assertArrayEquals(CERTIFICATE.file(), Loan.certificate().file());
    }

    @Test
    void onlyWhatIsVerifiedIsCertified() {
        VerificationRequest request = Loan.request(Loan.LIBRARY, Loan.TEXT, Map.of());
        Verification verification = new Verifier(Loan.LIBRARY).verify(request);

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Loan.certifier(Loan.LIBRARY, Loan.SERVER).certify(request, verification, Loan.bytes(Loan.TEXT)));
        assertTrue(refusal.getMessage().contains("values-unconfirmed"));
    }

    @Test
    void aVerificationByAnotherLibraryIsNotCertified() {
        VerificationRequest request = Loan.request(Loan.LIBRARY, Loan.TEXT, Loan.VALUES);
        Verification verification = new Verifier(Loan.LIBRARY).verify(request);

        assertThrows(
                IllegalArgumentException.class,
                () -> Loan.certifier(Loan.OTHER, Loan.SERVER).certify(request, verification, Loan.bytes(Loan.TEXT)));
    }

    @Test
    void aCertificateGivesTheValuesOfItsDocument() {
        Map<String, String> expected = new TreeMap<>(Loan.VALUES);
        expected.put("fees", "2");

        assertEquals(expected, Certificate.read(CERTIFICATE.file()).values());
    }

    @Test
    void aStatementIsReadAsItIsWritten() {
        Statement statement = Certificate.read(CERTIFICATE.file()).statement();

        assertEquals(
                CanonicalJson.write(statement.json()),
                CanonicalJson.write(Statement.read(statement.json()).json()));
    }

    @Test
    void aCertificateTellsNoStranger() {
        String payload = new String(Base64Text.read(CERTIFICATE.payload()), StandardCharsets.UTF_8);

        for (String secret :
                List.of("guidance", "fallback", "position", "\"ask\"", "\"default\"", "category", "anyone")) {
            assertFalse(payload.contains(secret), secret);
        }
        assertFalse(payload.contains("repayment@"), "clauses that the document does not use");
        assertFalse(payload.contains("on demand of the lender"));
    }

    @Test
    void aSignatureOnAnotherRootIsNotCarried() {
        Certifier certifier =
                new Certifier(Loan.LIBRARY, Loan.SERVER, RootSignature.sign(Loan.OTHER, Loan.OWNER, Loan.DAY));
        VerificationRequest request = Loan.request(Loan.LIBRARY, Loan.TEXT, Loan.VALUES);
        Envelope certificate =
                certifier.certify(request, new Verifier(Loan.LIBRARY).verify(request), Loan.bytes(Loan.TEXT));

        assertEquals(
                List.of("The certificate carries no signature of the library's owner on its root."),
                Loan.check(certificate, Loan.TEXT, Loan.owned()).findings());
        assertTrue(Loan.check(certificate, Loan.TEXT, Loan.pinned()).holds());
    }
}
