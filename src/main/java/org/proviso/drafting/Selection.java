package org.proviso.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Position;
import org.proviso.drafting.Answers.Use;
import org.proviso.drafting.Draft.Concession;
import org.proviso.library.Condition.State;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;

/// The clauses of a draft, section by section, with the reason for each.
///
/// @param sections in the order of the recipe; sections that lost all their clauses are not there
/// @param deciding the slots that conditions of the recipe ask, in the order of the recipe
/// @param undecided the families that wait for the value of such a slot
record Selection(
        List<ChosenSection> sections,
        List<Use> deciding,
        SortedSet<FamilyId> undecided,
        List<Concession> concessions,
        List<String> explanations) {

    /// @param heading null for frames
    record ChosenSection(@Nullable String heading, List<Choice> choices) {}

    record Choice(Item item, ClauseVersion clause) {}

    Stream<ClauseVersion> clauses() {
        return sections.stream().flatMap(section -> section.choices().stream()).map(Choice::clause);
    }

    /// Chooses one clause for each family of the recipe that is required or wanted.
    ///
    /// @throws InvalidRequestException if a family, position or combination is not to be had
    static Selection of(LibrarySnapshot library, DraftRequest request) {
        return new Selector(library, request, Answers.of(library, request)).select();
    }

    private static final class Selector {

        private final LibrarySnapshot library;
        private final DraftRequest request;
        private final Answers answers;
        private final List<FieldProblem> problems = new ArrayList<>();
        private final Map<String, Use> deciding = new LinkedHashMap<>();
        private final SortedSet<FamilyId> undecided = new TreeSet<>();
        private final List<Concession> concessions = new ArrayList<>();
        private final List<String> explanations = new ArrayList<>();

        Selector(LibrarySnapshot library, DraftRequest request, Answers answers) {
            this.library = library;
            this.request = request;
            this.answers = answers;
        }

        Selection select() {
            checkNames();
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(problems);
            }
            List<ChosenSection> sections = new ArrayList<>();
            for (Section section : request.contractType().sections()) {
                List<Choice> choices = new ArrayList<>();
                for (Item item : section.items()) {
                    if (isWanted(item) && isDue(item)) {
                        choose(item).ifPresent(clause -> choices.add(new Choice(item, clause)));
                    }
                }
                if (!choices.isEmpty()) {
                    sections.add(new ChosenSection(section.heading(), choices));
                }
            }
            Selection selection =
                    new Selection(sections, List.copyOf(deciding.values()), undecided, concessions, explanations);
            if (problems.isEmpty()) {
                checkTogether(selection.clauses().toList());
            }
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(problems);
            }
            return selection;
        }

        private void checkNames() {
            if (!request.contractType().jurisdictions().contains(request.jurisdiction())) {
                problems.add(FieldProblem.refused(
                        "jurisdiction",
                        request.contractType().id() + " is not drafted for " + request.jurisdiction()
                                + ": choose one of " + request.contractType().jurisdictions() + "."));
            }
            Map<FamilyId, Item> items =
                    request.contractType().items().collect(Collectors.toMap(Item::family, item -> item));
            Stream.concat(
                            request.positions().keySet().stream().map(family -> Map.entry("positions", family)),
                            Stream.concat(
                                    request.include().stream().map(family -> Map.entry("include", family)),
                                    request.exclude().stream().map(family -> Map.entry("exclude", family))))
                    .filter(named -> !items.containsKey(named.getValue()))
                    .forEach(named -> problems.add(FieldProblem.refused(
                            named.getKey() + "." + named.getValue(),
                            request.contractType().id() + " has no family " + named.getValue() + ": it has "
                                    + request.contractType().families().sorted().toList() + ".")));
            for (FamilyId family : request.exclude()) {
                Item item = items.get(family);
                if (item != null && !item.optional()) {
                    problems.add(FieldProblem.refused(
                            "exclude." + family,
                            "The family is required in "
                                    + request.contractType().id() + "."));
                } else if (request.include().contains(family)) {
                    problems.add(FieldProblem.refused(
                            "exclude." + family, "The family is in include and in exclude; keep one."));
                }
            }
        }

        /// A family asked for in a position is wanted as much as one that is included.
        private boolean isWanted(Item item) {
            if (!item.optional()) {
                return true;
            }
            if (request.exclude().contains(item.family())) {
                return false;
            }
            return item.included()
                    || request.include().contains(item.family())
                    || request.positions().containsKey(item.family());
        }

        /// Whether the item's condition holds; what it asks becomes part of the draft.
        private boolean isDue(Item item) {
            State state = answers.state(item, request);
            for (String slot : item.when().slots()) {
                Use use = answers.uses().get(slot);
                if (use != null && (state == State.OPEN || answers.written().containsKey(slot))) {
                    deciding.putIfAbsent(slot, use);
                }
            }
            FamilyId family = item.family();
            switch (state) {
                case HOLDS -> {
                    return true;
                }
                case OPEN -> {
                    undecided.add(family);
                    explanations.add(family + ": left out until it is known whether " + item.when() + ".");
                }
                case FAILS -> {
                    explanations.add(family + ": left out; it is there only when " + item.when() + ".");
                    if (request.include().contains(family)) {
                        problems.add(FieldProblem.refused(
                                "include." + family, "The family is there only when " + item.when() + "."));
                    }
                }
            }
            return false;
        }

        private Optional<ClauseVersion> choose(Item item) {
            FamilyId family = item.family();
            List<ClauseVersion> ladder =
                    library.ladder(family, request.contractType().id(), request.jurisdiction(), request.asOf());
            Position asked = request.positions().get(family);
            Optional<ClauseVersion> chosen = ladder.stream()
                    .filter(clause -> asked == null || clause.position().equals(asked))
                    .findFirst();
            if (chosen.isEmpty()) {
                problems.add(FieldProblem.refused(
                        asked == null ? "contractType" : "positions." + family,
                        "On " + request.asOf() + " the family " + family + " has no approved clause "
                                + (asked == null ? "" : "at " + asked + " ") + "for " + request.jurisdiction()
                                + ": it has "
                                + ladder.stream()
                                        .map(clause -> clause.position() + " (" + clause.versionId() + ")")
                                        .toList()
                                + "."));
                return chosen;
            }
            ClauseVersion clause = chosen.get();
            explain(clause, asked, ladder.getFirst());
            return chosen;
        }

        private void explain(ClauseVersion clause, @Nullable Position asked, ClauseVersion first) {
            explanations.add(clause.family() + ": " + clause.versionId() + ", " + clause.position()
                    + (asked == null ? "" : ", as asked")
                    + (clause.jurisdictions().contains(request.jurisdiction()) ? ", for " + request.jurisdiction() : "")
                    + ".");
            if (clause.position().rank() > first.position().rank()) {
                concessions.add(new Concession(clause, first));
            }
        }

        private void checkTogether(List<ClauseVersion> clauses) {
            for (ClauseVersion clause : clauses) {
                for (FamilyId required : clause.requires()) {
                    if (!undecided.contains(required)
                            && clauses.stream()
                                    .noneMatch(other -> other.family().equals(required))) {
                        problems.add(FieldProblem.refused(
                                "include." + required,
                                clause.versionId() + " requires the family " + required + "; include it."));
                    }
                }
                clauses.stream()
                        .filter(other -> clause.conflicts().contains(other.id())
                                && !(other.conflicts().contains(clause.id())
                                        && clause.id().compareTo(other.id()) > 0))
                        .forEach(other -> problems.add(FieldProblem.refused(
                                "positions",
                                clause.versionId() + " (" + clause.position() + ") and " + other.versionId() + " ("
                                        + other.position()
                                        + ") contradict each other; ask another position for one of them.")));
            }
        }
    }
}
