package org.proviso.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.json.CertificateView;

/// The body of a request for a check of a certificate.
@Schema(
        name = "CertificateCheckRequest",
        additionalProperties = Schema.False.class,
        requiredProperties = {"certificate", "text"})
record CertificateBody(
        @Schema(description = "The certificate.", implementation = CertificateView.class) @Nullable
        Map<String, Object> certificate,

        @Schema(description = "The document; its file is this text in UTF-8.") @Nullable
        String text,

        @Schema(description = "The root of the library that you trust.", pattern = "[0-9a-f]{64}") @Nullable
        String root,

        @Schema(description = "The public key, as PEM, of the library's owner, who signs its root.") @Nullable
        String owner,

        @Schema(description = "The public key, as PEM, that has to have signed the certificate.") @Nullable
        String signer) {

    static final String EXAMPLE = """
            {
              "certificate": {"payloadType": "application/vnd.in-toto+json", "payload": "e30=", "signatures": []},
              "text": "A waiver of a right under this Agreement is effective only if it is in writing."
            }
            """;

    static CertificateBody read(JsonFields fields) {
        CertificateBody body = new CertificateBody(
                fields.raw("certificate"),
                fields.requiredText("text", "give the document that the certificate is of."),
                fields.text("root"),
                fields.text("owner"),
                fields.text("signer"));
        if (fields.isAbsent("certificate")) {
            fields.report("certificate", "The field is missing: give the certificate as a JSON object.");
        }
        fields.refuseUnknown();
        return body;
    }
}
