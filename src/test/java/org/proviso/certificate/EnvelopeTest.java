package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.library.CanonicalJson;

class EnvelopeTest {

    private static final Envelope ENVELOPE = Envelope.sign(Map.of("hello", "world"), Loan.SERVER);

    /// The example of the DSSE protocol's specification.
    @Test
    void thePreAuthenticationEncodingIsThatOfTheSpecification() {
        assertEquals(
                "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
                new String(
                        Envelope.preAuthentication(
                                "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void anIndependentImplementationVerifiesASignature() throws Exception {
        byte[] payload = Base64.getDecoder().decode(ENVELOPE.payload());
        byte[] signed = ("DSSEv1 28 application/vnd.in-toto+json " + payload.length + " "
                        + new String(payload, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, (Ed25519PublicKeyParameters) PublicKeyFactory.createKey(
                Base64.getDecoder().decode(Loan.SERVER.publicKey().base64())));
        verifier.update(signed, 0, signed.length);

        assertTrue(verifier.verifySignature(
                Base64.getDecoder().decode(ENVELOPE.signatures().getFirst().sig())));
    }

    /// A certificate whose keys, encoding and signature are another implementation's.
    @Test
    void aCertificateSignedByAnIndependentImplementationHolds() throws Exception {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        byte[] spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                .getEncoded();
        Map<String, Object> statement =
                StrictJson.read(Base64Text.read(Loan.certificate().payload()), "payload");
        ((Map<String, Object>) statement.get("predicate"))
                .put("signer", Map.of("publicKey", Base64.getEncoder().encodeToString(spki)));
        String payload = CanonicalJson.write(statement);
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        byte[] signed = ("DSSEv1 28 application/vnd.in-toto+json " + body.length + " " + payload)
                .getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(signed, 0, signed.length);
        String json = "{\n \"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \""
                + Base64.getUrlEncoder().encodeToString(body) + "\",\n \"signatures\": [{\"keyid\": \"\", \"sig\": \""
                + Base64.getUrlEncoder().encodeToString(signer.generateSignature()) + "\"}]}";

        CheckResult result = CertificateCheck.check(Loan.bytes(json), Loan.bytes(Loan.TEXT), Loan.pinned(), null);

        assertEquals(List.of(), result.findings());
    }

    @Test
    void aPrivateKeyOfAnIndependentImplementationIsRead() throws Exception {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        byte[] pkcs8 = PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();

        SigningKey read = SigningKey.ofPem(Pem.write("PRIVATE KEY", pkcs8));

        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key.generatePublicKey());
        verifier.update(new byte[] {7}, 0, 1);
        assertTrue(verifier.verifySignature(read.sign(new byte[] {7})));
    }

    @Test
    void anEnvelopeIsReadAsItIsWritten() {
        Envelope read = Envelope.read(ENVELOPE.file(), "envelope");

        assertEquals(ENVELOPE.json(), read.json());
        assertEquals(Map.of("hello", "world"), read.statement("envelope"));
        assertTrue(read.isSignedBy(Loan.SERVER.publicKey()));
        assertFalse(read.isSignedBy(Loan.OWNER.publicKey()));
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        Map<String, Object> json = new HashMap<>(ENVELOPE.json());
        List<Object> signatures = new ArrayList<>();
        signatures.add(Map.of("keyid", Loan.SERVER.publicKey().keyid(), "sig", "AAAA"));
        signatures.addAll((List<?>) json.get("signatures"));
        json.put("signatures", signatures);

        assertTrue(Envelope.of("envelope", json).isSignedBy(Loan.SERVER.publicKey()));
    }

    @Test
    void theKeyIdOfASignatureDecidesNothing() {
        Map<String, Object> json = new HashMap<>(ENVELOPE.json());
        json.put(
                "signatures",
                List.of(Map.of(
                        "keyid",
                        Loan.OWNER.publicKey().keyid(),
                        "sig",
                        ENVELOPE.signatures().getFirst().sig())));

        assertTrue(Envelope.of("envelope", json).isSignedBy(Loan.SERVER.publicKey()));
        assertFalse(Envelope.of("envelope", json).isSignedBy(Loan.OWNER.publicKey()));
    }

    @Test
    void aPayloadOfAnotherTypeHasAnotherSignature() {
        Map<String, Object> json = new HashMap<>(ENVELOPE.json());
        json.put("payloadType", "text/plain");

        assertFalse(Envelope.of("envelope", json).isSignedBy(Loan.SERVER.publicKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A=", "AA=", "AB==", "A A=", "AAB=", "AAAA=", "AAAAA", "AA==AA==", "+-==", "AA\n=="})
    void whatNoEncoderWritesIsNoBase64(String text) {
        assertThrows(IllegalArgumentException.class, () -> Base64Text.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "AA", "+/8=", "-_8=", "-_8"})
    void bothAlphabetsAreRead(String text) {
        assertEquals(text.isEmpty() ? 0 : text.startsWith("AA") ? 1 : 2, Base64Text.read(text).length);
    }
}
