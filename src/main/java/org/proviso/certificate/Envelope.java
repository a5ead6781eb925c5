package org.proviso.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.proviso.clause.Excerpt;
import org.proviso.library.CanonicalJson;

/// A DSSE envelope: bytes of a stated type, and signatures on both.
///
/// The key id beside a signature is a hint; who signed is decided by [#isSignedBy] alone.
public final class Envelope {

    /// What all envelopes here carry: an in-toto statement.
    public static final String IN_TOTO = "application/vnd.in-toto+json";

    private static final int MAX_SIGNATURES = 16;

    private final String payloadType;
    private final byte[] payload;
    private final List<Signed> signatures;

    /// @param keyid which key may have signed; may be empty
    /// @param sig the signature in Base64
    public record Signed(String keyid, String sig) {}

    private Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signatures = List.copyOf(signatures);
    }

    /// Signs a statement.
    static Envelope sign(Map<String, Object> statement, SigningKey key) {
        byte[] payload = CanonicalJson.write(statement).getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(preAuthentication(IN_TOTO, payload));
        return new Envelope(
                IN_TOTO, payload, List.of(new Signed(key.publicKey().keyid(), Base64Text.write(signature))));
    }

    /// Reads an envelope; fields that DSSE does not know are passed over, as it asks.
    ///
    /// @param what is read, for messages
    /// @throws IllegalArgumentException if it is none
    static Envelope read(byte[] json, String what) {
        return of(what, StrictJson.read(json, what));
    }

    /// The envelope that a JSON object is.
    ///
    /// @throws IllegalArgumentException if it is none
    static Envelope of(String what, Map<String, Object> json) {
        Fields fields = new Fields(what, json);
        List<Signed> signatures = new ArrayList<>();
        for (Fields signature : fields.objects("signatures", MAX_SIGNATURES)) {
            signature.read("sig", Base64Text::read);
            signatures.add(new Signed(signature.has("keyid") ? signature.text("keyid") : "", signature.text("sig")));
        }
        return new Envelope(fields.text("payloadType"), fields.read("payload", Base64Text::read), signatures);
    }

    /// What is signed: DSSE's pre-authentication encoding.
    static byte[] preAuthentication(String type, byte[] body) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(body.length + 100);
        encoded.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(StandardCharsets.UTF_8));
        encoded.writeBytes(typeBytes);
        encoded.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.UTF_8));
        encoded.writeBytes(body);
        return encoded.toByteArray();
    }

    /// Whether one of the signatures is by a key.
    public boolean isSignedBy(VerifyingKey key) {
        byte[] signed = preAuthentication(payloadType, payload);
        return signatures.stream().anyMatch(signature -> key.verifies(signed, Base64Text.read(signature.sig())));
    }

    public String payloadType() {
        return payloadType;
    }

    /// The payload in Base64.
    public String payload() {
        return Base64Text.write(payload);
    }

    public List<Signed> signatures() {
        return signatures;
    }

    /// The statement in it.
    ///
    /// @throws IllegalArgumentException if it carries something else, or not in the one form of RFC 8785
    Map<String, Object> statement(String what) {
        if (!payloadType.equals(IN_TOTO)) {
            throw new IllegalArgumentException(
                    what + " has the payload type \"" + Excerpt.of(payloadType) + "\", not \"" + IN_TOTO + "\".");
        }
        Map<String, Object> statement = StrictJson.read(payload, "the payload of " + what);
        if (!CanonicalJson.write(statement).equals(new String(payload, StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("the payload of " + what + " is not in the form of RFC 8785.");
        }
        return statement;
    }

    /// The envelope as JSON has it.
    Map<String, Object> json() {
        return Map.of(
                "payloadType",
                payloadType,
                "payload",
                payload(),
                "signatures",
                signatures.stream()
                        .map(signature -> Map.of("keyid", signature.keyid(), "sig", signature.sig()))
                        .toList());
    }

    /// The envelope as a file: RFC 8785 JSON, and a line end.
    public byte[] file() {
        return (CanonicalJson.write(json()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
