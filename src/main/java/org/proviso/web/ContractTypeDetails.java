package org.proviso.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.drafting.ContractDocument.ClauseBlock;
import org.proviso.drafting.Draft;
import org.proviso.drafting.Draft.Question;
import org.proviso.json.SlotView;
import org.proviso.json.Written;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.Requirement;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;

/// One recipe with its ladders and the slots to fill.
///
/// @param questions the recipe's own slots, then those of the default selection, in the order of the contract
@Schema(name = "ContractType")
record ContractTypeDetails(
        String id,
        String title,
        String description,
        List<String> jurisdictions,

        @Schema(description = "The jurisdiction that ladders and questions are for.")
        String jurisdiction,

        LocalDate asOf,
        String root,
        List<SectionView> sections,

        @Schema(
                description =
                        "The slots that decide which clauses are there, then those of the clauses that are chosen by"
                                + " default, in the order of the contract.")
        List<SlotView> questions) {

    /// @param heading null for frames such as the title
    @Schema(name = "Section")
    record SectionView(@Nullable String heading, List<FamilyView> families) {}

    /// @param included whether an optional family is there unless it is excluded; true of every required one
    /// @param when on what it depends; null if on nothing
    /// @param ladder its clauses by position, the preferred first
    @Schema(name = "Family")
    record FamilyView(
            String family,
            boolean optional,
            boolean included,

            @Schema(description = "What has to be so for the family to be there: all of it.") @Nullable
            List<RequirementView> when,

            List<Rung> ladder) {}

    /// @param name `jurisdiction` or a slot
    @Schema(name = "Requirement")
    record RequirementView(String name, List<String> anyOf) {
        static RequirementView of(Requirement requirement) {
            return switch (requirement) {
                case Law law -> new RequirementView("jurisdiction", Written.strings(law.anyOf()));
                case Answer answer -> new RequirementView(answer.slot(), answer.anyOf());
            };
        }
    }

    @Schema(name = "Rung")
    record Rung(String position, String clause, String title) {
        static Rung of(ClauseVersion clause) {
            return new Rung(clause.position().toString(), clause.versionId().toString(), clause.title());
        }
    }

    /// @param draft of the default selection, without any value
    static ContractTypeDetails of(LibrarySnapshot library, ContractType contractType, Draft draft) {
        return new ContractTypeDetails(
                contractType.id().value(),
                contractType.title(),
                contractType.description(),
                Written.strings(contractType.jurisdictions()),
                draft.jurisdiction().code(),
                draft.asOf(),
                draft.root().hex(),
                contractType.sections().stream()
                        .map(section -> new SectionView(
                                section.heading(),
                                section.items().stream()
                                        .map(item -> family(library, contractType, item, draft))
                                        .toList()))
                        .toList(),
                questions(new Written(library.slotFormat()), contractType, draft));
    }

    private static FamilyView family(
            LibrarySnapshot library, ContractType contractType, ContractType.Item item, Draft draft) {
        return new FamilyView(
                item.family().value(),
                item.optional(),
                !item.optional() || item.included(),
                item.when().requirements().isEmpty()
                        ? null
                        : item.when().requirements().stream()
                                .map(RequirementView::of)
                                .toList(),
                library.ladder(item.family(), contractType.id(), draft.jurisdiction(), draft.asOf()).stream()
                        .map(Rung::of)
                        .toList());
    }

    private static List<SlotView> questions(Written written, ContractType contractType, Draft draft) {
        Set<String> seen = new HashSet<>();
        List<SlotView> questions = new ArrayList<>();
        for (Slot slot : contractType.slots().values()) {
            seen.add(slot.name());
            questions.add(SlotView.question(written, new Question(slot, null)));
        }
        for (Question question : draft.questions()) {
            if (isFromOutside(question, draft) && seen.add(question.slot().name())) {
                questions.add(SlotView.question(written, question));
            }
        }
        for (ClauseBlock block : draft.document().blocks()) {
            for (Slot slot : block.clause().slots().values()) {
                if (seen.add(slot.name())) {
                    questions.add(SlotView.question(written, new Question(slot, block.clause())));
                }
            }
        }
        return questions;
    }

    /// Whether a condition asks for the slot of a clause that is not there.
    private static boolean isFromOutside(Question question, Draft draft) {
        return draft.document().blocks().stream()
                .noneMatch(block -> block.clause().equals(question.clause()));
    }
}
