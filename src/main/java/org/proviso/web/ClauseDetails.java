package org.proviso.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Provenance;
import org.proviso.json.SlotView;
import org.proviso.json.Written;

/// One clause version with everything that the library says of it.
///
/// @param versions every version of the clause, the lowest first
@Schema(name = "Clause")
record ClauseDetails(
        String id,
        int version,
        String title,
        String family,
        String category,
        String position,
        String status,
        List<String> jurisdictions,

        @Schema(description = "The contract types it may be used in; empty: all that name its family.")
        List<String> contracts,

        Period valid,
        @Nullable ApprovalView approved,

        @Schema(description = "Who may agree to it: `anyone`, or a role whose approval a draft then needs.")
        String mayAgree,

        @Schema(description = "Whether it has to stand in bold or in capitals.")
        boolean conspicuous,

        @Nullable ProvenanceView provenance,

        @Schema(description = "The approved text; slots as {{name}}.")
        String text,

        List<SlotView> slots,
        List<String> defines,
        List<String> uses,

        @Schema(description = "Families that have to stand in the same contract.")
        List<String> requires,

        @Schema(description = "Clauses that must not stand in the same contract.")
        List<String> conflicts,

        String guidance,

        @Schema(description = "What people ask that it answers.")
        List<String> questions,

        @Schema(description = "Every version of the clause.")
        List<Integer> versions,

        String root) {

    /// @param from the first day; null is open
    /// @param until the day after the last; null is open
    @Schema(name = "Period")
    record Period(@Nullable LocalDate from, @Nullable LocalDate until) {}

    @Schema(name = "Approval")
    record ApprovalView(String by, LocalDate on) {}

    /// Where the text comes from; either may be empty.
    @Schema(name = "Provenance")
    record ProvenanceView(String source, String licence) {}

    static ClauseDetails of(Written written, ClauseVersion clause, Collection<ClauseVersion> versions, String root) {
        Approval approved = clause.approved();
        Provenance provenance = clause.provenance();
        return new ClauseDetails(
                clause.id().value(),
                clause.versionId().version(),
                clause.title(),
                clause.family().value(),
                clause.category(),
                clause.position().toString(),
                clause.status().toString(),
                Written.strings(clause.jurisdictions()),
                Written.strings(clause.contracts()),
                new Period(clause.validity().from(), clause.validity().until()),
                approved == null ? null : new ApprovalView(approved.by(), approved.on()),
                clause.mayAgree(),
                clause.conspicuous(),
                provenance == null ? null : new ProvenanceView(provenance.source(), provenance.licence()),
                clause.text().source(),
                clause.slots().values().stream()
                        .map(slot -> SlotView.of(written, slot, clause))
                        .toList(),
                clause.defines(),
                clause.uses(),
                Written.strings(clause.requires()),
                Written.strings(clause.conflicts()),
                clause.guidance(),
                clause.questions(),
                versions.stream().map(version -> version.versionId().version()).toList(),
                root);
    }
}
