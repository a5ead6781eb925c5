package org.proviso.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request for a draft.
@Schema(name = "DraftRequest", additionalProperties = Schema.False.class, requiredProperties = "contractType")
record DraftBody(
        @Schema(description = "The recipe; GET /v1/contract-types lists them.", examples = "mutual-nda") @Nullable
        String contractType,

        @Schema(description = "The governing law; the library's default if absent.", examples = "US-DE") @Nullable
        String jurisdiction,

        @Schema(description = "The day whose clauses are used; today if absent.", format = "date") @Nullable
        String asOf,

        @Schema(
                description = "Slot values by name: strings (dates as 2026-01-31, durations as \"3 years\","
                        + " jurisdictions as ISO 3166 codes), numbers or booleans; rows as an array of objects."
                        + " GET /v1/contract-types/{id} lists the slots.",
                implementation = SlotInput.class)
        Map<String, String> values,

        @Schema(description = "The position asked for, by family; else the first of the ladder.")
        Map<String, String> positions,

        @Schema(description = "Optional families that are wanted.")
        List<String> include,

        @Schema(description = "Optional families that are not.")
        List<String> exclude) {

    /// A body that drafts a whole contract from the sample library.
    static final String EXAMPLE = """
            {
              "contractType": "mutual-nda",
              "jurisdiction": "US-DE",
              "values": {
                "effective-date": "2026-03-01",
                "first-party": "Acme Corp.",
                "first-party-jurisdiction": "US-DE",
                "first-party-address": "1 Main Street, Wilmington, Delaware 19801",
                "first-party-email": "legal@acme.example",
                "first-signatory": "Ada Stone",
                "first-signatory-title": "Chief Executive Officer",
                "second-party": "Globex Inc.",
                "second-party-jurisdiction": "US-CA",
                "second-party-address": "2 Market Street, San Francisco, California 94105",
                "second-party-email": "legal@globex.example",
                "second-signatory": "Bo Lind",
                "second-signatory-title": "General Counsel",
                "purpose": "the evaluation of a supply of industrial sensors"
              },
              "positions": {"survival": "fallback-1"}
            }
            """;

    static DraftBody read(JsonFields fields) {
        DraftBody body = new DraftBody(
                fields.requiredText(
                        "contractType", "name a contract type; GET " + Routes.CONTRACT_TYPES + " lists them."),
                fields.text("jurisdiction"),
                fields.text("asOf"),
                fields.slotValues("values"),
                fields.textMap("positions"),
                fields.texts("include"),
                fields.texts("exclude"));
        fields.refuseUnknown();
        return body;
    }
}
