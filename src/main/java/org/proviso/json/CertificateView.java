package org.proviso.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.proviso.certificate.Envelope;

/// A certificate as the interface gives it: a DSSE envelope.
@Schema(
        name = "Certificate",
        description = "A DSSE envelope whose payload is an in-toto statement. It carries the deal's values; send it to"
                + " whoever may read the document.")
public record CertificateView(
        @Schema(enumeration = Envelope.IN_TOTO) String payloadType,

        @Schema(description = "The statement, in Base64.") String payload,

        List<SignatureView> signatures) {

    @Schema(name = "Signature")
    public record SignatureView(
            @Schema(description = "SHA-256 of the signer's public key.")
            String keyid,

            @Schema(description = "An Ed25519 signature, in Base64.")
            String sig) {}

    public static CertificateView of(Envelope certificate) {
        return new CertificateView(
                certificate.payloadType(),
                certificate.payload(),
                certificate.signatures().stream()
                        .map(signature -> new SignatureView(signature.keyid(), signature.sig()))
                        .toList());
    }
}
