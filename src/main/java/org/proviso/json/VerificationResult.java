package org.proviso.json;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Envelope;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Completeness;
import org.proviso.verification.Deviation;
import org.proviso.verification.Span;
import org.proviso.verification.Verification;

/// A verification as the interface gives it. Every offset counts UTF-16 code units of the text that was sent.
@Schema(
        name = "Verification",
        description = "Every `start` and `end` is an offset in the text that was sent, in UTF-16 code units (as"
                + " JavaScript, Java and C# count); `end` is the first unit behind.")
public record VerificationResult(
        @Schema(enumeration = {"verified", "values-unconfirmed", "rejected"})
        String verdict,

        @Schema(
                description =
                        "What the verdict is about: `clauses`, each for itself, or a `contract`, if a contract type"
                                + " was named, nothing is rejected and the completeness checks hold.",
                enumeration = {"clauses", "contract"})
        String scope,

        @Schema(description = "The share of the text, in canonical tokens, that is approved: 0 to 1.")
        double coverage,

        LocalDate asOf,
        String root,

        @Schema(description = "The approved stretches, in document order.")
        List<SpanView> spans,

        @Schema(
                description = "The slot values found, by name; of rows, their number, and every cell under a name such"
                        + " as `fees[1].amount`; of a reference, the label, under the name `ref:` and the family.")
        SortedMap<String, ValueView> values,

        @Schema(description = "What is not approved, the most dangerous first.")
        List<DeviationView> deviations,

        @Schema(description = "What the contract type asks for; absent if none was named.") @Nullable
        CompletenessView completeness,

        @Schema(description = "The proof of a verified document, which anyone can check offline; absent otherwise.")
        @Nullable
        CertificateView certificate,

        @Schema(description = "What a verdict is not.") String limits) {

    /// @param clauses every clause version whose text this is
    @Schema(name = "Span")
    public record SpanView(int start, int end, List<String> clauses, SortedMap<String, Object> slots) {}

    /// @param confirmed whether the request gave the same value
    @Schema(name = "FoundValue")
    public record ValueView(
            @Schema(description = "A string or, of a flag, a boolean; a request may send it back.")
            Object value,

            String type,
            boolean confirmed,
            int start,
            int end) {}

    @Schema(name = "Deviation")
    public record DeviationView(
            int start,
            int end,

            @Schema(
                    enumeration = {
                        "altered",
                        "unknown",
                        "tampered",
                        "slot-violation",
                        "unfilled",
                        "unreadable",
                        "superseded",
                        "expired",
                        "retired",
                        "not-yet-valid",
                        "wrong-jurisdiction",
                        "repeated",
                        "conflicting",
                        "incomplete",
                        "inconspicuous",
                        "misleading-label"
                    })
            String kind,

            String reason,

            @Schema(
                    description = "What all changes are made of, the most dangerous first; empty unless words differ.",
                    enumeration = {
                        "negation",
                        "money",
                        "number",
                        "date",
                        "modality",
                        "party",
                        "scope",
                        "defined-term",
                        "deletion",
                        "insertion",
                        "reordering",
                        "wording",
                        "punctuation",
                        "case"
                    })
            List<String> changes,

            @Schema(description = "Whether more than case and punctuation was changed, or it cannot be told.")
            boolean material,

            List<NearestView> nearest,

            @Schema(description = "How it differs from the nearest, token by token.")
            List<DifferenceView> difference) {

        public static DeviationView of(Deviation deviation) {
            return new DeviationView(
                    deviation.start(),
                    deviation.end(),
                    deviation.kind().toString(),
                    deviation.reason(),
                    Written.strings(deviation.changes()),
                    deviation.material(),
                    deviation.nearest().stream()
                            .map(nearest -> new NearestView(nearest.clause().toString(), nearest.score()))
                            .toList(),
                    deviation.difference().stream().map(DifferenceView::of).toList());
        }
    }

    /// @param score 1 for the same text down to 0 for nothing shared
    @Schema(name = "Nearest")
    public record NearestView(String clause, double score) {}

    @Schema(name = "Difference")
    public record DifferenceView(
            @Schema(enumeration = {"equal", "inserted", "deleted", "replaced"})
            String operation,

            String approved,
            String found,
            int start,
            int end,

            @Schema(description = "What the change is made of; empty for an equal run.")
            List<String> changes) {

        public static DifferenceView of(Deviation.Difference difference) {
            return new DifferenceView(
                    difference.operation().toString(),
                    difference.approved(),
                    difference.found(),
                    difference.start(),
                    difference.end(),
                    Written.strings(difference.changes()));
        }
    }

    @Schema(name = "Completeness")
    public record CompletenessView(
            String contractType,
            boolean holds,
            List<String> missing,
            List<String> repeated,
            List<String> unexpected,
            List<String> outOfOrder,

            @Schema(description = "Headings of the recipe over families that are there, and that are not.")
            List<String> missingHeadings,

            @Schema(description = "Headings that the recipe does not put over the clause behind them.")
            List<String> unexpectedHeadings,

            @Schema(description = "Terms that a clause uses and none defines.")
            List<String> undefinedTerms,

            @Schema(description = "Terms that a clause defines and none uses.")
            List<String> unusedTerms,

            @Schema(description = "Terms that more than one clause defines.")
            List<String> repeatedTerms,

            @Schema(description = "Families that a clause refers to, and that are not there under the label it prints.")
            List<String> unresolved,

            @Schema(description = "Clauses that not just anyone may agree to; they hold no contract up.")
            List<NeededApprovalView> approvals) {

        public static CompletenessView of(Completeness completeness) {
            return new CompletenessView(
                    completeness.contractType().value(),
                    completeness.holds(),
                    Written.strings(completeness.missing()),
                    Written.strings(completeness.repeated()),
                    Written.strings(completeness.unexpected()),
                    Written.strings(completeness.outOfOrder()),
                    completeness.missingHeadings(),
                    completeness.unexpectedHeadings(),
                    completeness.undefinedTerms(),
                    completeness.unusedTerms(),
                    completeness.repeatedTerms(),
                    Written.strings(completeness.unresolved()),
                    completeness.approvals().stream()
                            .map(approval ->
                                    new NeededApprovalView(approval.clause().toString(), approval.role()))
                            .toList());
        }
    }

    @Schema(name = "NeededApproval")
    public record NeededApprovalView(String clause, String role) {}

    public static VerificationResult of(LibrarySnapshot library, Verification verification) {
        return of(library, verification, null);
    }

    /// @param certificate of the document, or null
    public static VerificationResult of(
            LibrarySnapshot library, Verification verification, @Nullable Envelope certificate) {
        Written written = new Written(library.slotFormat());
        SortedMap<String, ValueView> values = new TreeMap<>();
        verification
                .values()
                .forEach((name, found) -> values.put(
                        name,
                        new ValueView(
                                written.value(found.slot(), found.value()),
                                found.slot().type().toString(),
                                found.confirmed(),
                                found.start(),
                                found.end())));
        Completeness completeness = verification.completeness();
        return new VerificationResult(
                verification.verdict().toString(),
                verification.isContract() ? "contract" : "clauses",
                verification.coverage(),
                verification.asOf(),
                verification.root().hex(),
                verification.spans().stream()
                        .map(span -> span(library, written, span))
                        .toList(),
                values,
                verification.deviations().stream().map(DeviationView::of).toList(),
                completeness == null ? null : CompletenessView.of(completeness),
                certificate == null ? null : CertificateView.of(certificate),
                Verification.LIMITS);
    }

    /// The slots are declared by the first of the clauses, which they were read by.
    private static SpanView span(LibrarySnapshot library, Written written, Span span) {
        ClauseVersion clause = library.clause(span.clauses().getFirst()).orElseThrow();
        return new SpanView(
                span.start(), span.end(), Written.strings(span.clauses()), written.values(clause, span.slots()));
    }
}
