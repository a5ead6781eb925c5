package org.proviso.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.json.CertificateView;

/// The body of a request for a verification.
@Schema(name = "VerificationRequest", additionalProperties = Schema.False.class, requiredProperties = "text")
record VerificationBody(
        @Schema(description = "The document, as plain text or Markdown.") @Nullable
        String text,

        @Schema(description = "The recipe to check completeness against.", examples = "mutual-nda") @Nullable
        String contractType,

        @Schema(description = "The governing law.", examples = "US-DE") @Nullable
        String jurisdiction,

        @Schema(description = "The day whose clauses count; today if absent.", format = "date") @Nullable
        String asOf,

        @Schema(
                description = "The slot values that the caller confirms, by name: strings, numbers or booleans; rows"
                        + " as an array of objects.",
                implementation = SlotInput.class)
        Map<String, String> values,

        @Schema(
                description = "An earlier certificate of this server, whose values count as confirmed.",
                implementation = CertificateView.class)
        @Nullable
        Map<String, Object> certificate) {

    static final String EXAMPLE = """
            {
              "text": "A waiver of a right under this Agreement is effective only if it is in writing."
            }
            """;

    static VerificationBody read(JsonFields fields) {
        VerificationBody body = new VerificationBody(
                fields.requiredText("text", "give the document as plain text or Markdown."),
                fields.text("contractType"),
                fields.text("jurisdiction"),
                fields.text("asOf"),
                fields.slotValues("values"),
                fields.raw("certificate"));
        fields.refuseUnknown();
        return body;
    }
}
