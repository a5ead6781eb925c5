package org.proviso.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Envelope;
import org.proviso.clause.Approval;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;
import org.proviso.drafting.ContractDocument;
import org.proviso.drafting.Draft;
import org.proviso.drafting.Draft.DraftValue;
import org.proviso.drafting.TraceStep;
import org.proviso.library.LibrarySnapshot;

/// A draft as the interface gives it.
@Schema(name = "Draft")
public record DraftResult(
        @Schema(
                description = "`needs-input` while questions are open, else `complete`.",
                enumeration = {"needs-input", "complete"})
        String status,

        String contractType,
        String jurisdiction,
        LocalDate asOf,

        @Schema(description = "The Merkle root of the library that was drafted from.")
        String root,

        DocumentView document,
        SortedMap<String, ValueView> values,

        @Schema(description = "The slots that still need a value, in the order of the contract.")
        List<SlotView> questions,

        Internal internal,
        VerificationResult verification,

        @Schema(
                description = "The proof that the Markdown of a complete draft, in UTF-8, is approved text; anyone can"
                        + " check it offline. Absent from an open draft.")
        @Nullable
        CertificateView certificate,

        List<Step> trace,

        @Schema(
                description =
                        "What the library says of its own approvals, if that they are samples; no part of the contract.")
        @Nullable
        String notice) {

    /// @param markdown the whole contract
    @Schema(name = "Document")
    public record DocumentView(String title, String markdown, List<BlockView> blocks) {}

    /// @param heading the numbered heading above it, if it is the first under one
    /// @param label such as `2.1`; empty for frames
    @Schema(name = "ClauseBlock")
    public record BlockView(
            String clause, @Nullable String heading, String label, String text, SortedMap<String, Object> slots) {}

    /// @param source `request` or `default`
    @Schema(name = "DraftValue")
    public record ValueView(
            @Schema(
                    description =
                            "A string; of a flag, a boolean; of rows, an array of objects. A request may send it back.")
            Object value,

            @Schema(enumeration = {"request", "default"}) String source,
            boolean confirmed) {}

    /// What the drafting side should know and the document must not tell.
    @Schema(name = "Internal", description = "For the drafting side only; never part of the document.")
    public record Internal(List<ConcessionView> concessions, List<ApprovalView> approvals, List<String> explanations) {}

    /// @param role who has to agree to the clause
    @Schema(name = "RequiredApproval", description = "A clause that not just anyone may agree to.")
    public record ApprovalView(String clause, String role) {}

    @Schema(name = "Concession", description = "A clause below the best position.")
    public record ConcessionView(String family, String chosen, String position, String preferred) {}

    /// @param micros how long it took, in microseconds
    @Schema(name = "TraceStep")
    public record Step(
            String step,

            @Schema(description = "Duration in microseconds.")
            long micros,

            List<String> decided) {
        public static Step of(TraceStep step) {
            return new Step(step.step(), step.took().toNanos() / 1_000, step.decided());
        }
    }

    /// @param certificate of the document, or null
    public static DraftResult of(LibrarySnapshot library, Draft draft, @Nullable Envelope certificate) {
        Written written = new Written(library.slotFormat());
        return new DraftResult(
                draft.status().toString(),
                draft.contractType().value(),
                draft.jurisdiction().code(),
                draft.asOf(),
                draft.root().hex(),
                document(written, draft.document()),
                values(written, draft.values()),
                draft.questions().stream()
                        .map(question -> SlotView.question(written, question))
                        .toList(),
                internal(draft),
                VerificationResult.of(library, draft.verification()),
                certificate == null ? null : CertificateView.of(certificate),
                draft.trace().stream().map(Step::of).toList(),
                notice(draft.document()));
    }

    /// Rows as one value, from where their number comes.
    private static SortedMap<String, ValueView> values(Written written, SortedMap<String, DraftValue> draft) {
        SortedMap<String, SlotValue> values = new TreeMap<>();
        draft.forEach((name, value) -> values.put(name, value.value()));
        SortedMap<String, ValueView> views = new TreeMap<>();
        written.values(name -> slot(draft, name), values).forEach((name, value) -> {
            DraftValue source = draft.get(name);
            if (source != null) {
                views.put(name, new ValueView(value, source.source().toString(), true));
            }
        });
        return views;
    }

    private static @Nullable Slot slot(SortedMap<String, DraftValue> draft, String name) {
        DraftValue value = draft.get(name);
        return value == null ? null : value.slot();
    }

    /// The remarks of approvals that say themselves that they are of sample text; null if none does.
    public static @Nullable String notice(ContractDocument document) {
        Set<String> remarks = new TreeSet<>();
        for (ContractDocument.ClauseBlock block : document.blocks()) {
            Approval approved = block.clause().approved();
            if (approved != null && approved.by().contains("sample")) {
                remarks.add(approved.by());
            }
        }
        return remarks.isEmpty() ? null : "The library says of these clauses: " + String.join("; ", remarks) + ".";
    }

    private static DocumentView document(Written written, ContractDocument document) {
        return new DocumentView(
                document.title(),
                document.markdown(),
                document.blocks().stream()
                        .map(block -> new BlockView(
                                block.clause().versionId().toString(),
                                block.heading(),
                                block.label(),
                                block.text(),
                                written.values(block.clause(), block.slots())))
                        .toList());
    }

    private static Internal internal(Draft draft) {
        return new Internal(
                draft.concessions().stream()
                        .map(concession -> new ConcessionView(
                                concession.chosen().family().value(),
                                concession.chosen().versionId().toString(),
                                concession.chosen().position().toString(),
                                concession.preferred().versionId().toString()))
                        .toList(),
                draft.approvals().stream()
                        .map(approval ->
                                new ApprovalView(approval.clause().versionId().toString(), approval.role()))
                        .toList(),
                draft.explanations());
    }
}
