package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.Condition;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Section;
import org.proviso.verification.ClauseCover.Unit;
import org.proviso.verification.Completeness.NeededApproval;

/// Holds the clauses that cover a document against a recipe.
final class CompletenessCheck {

    private final DocumentReader reader;
    private final ContractType recipe;
    private final List<Block> blocks;
    private final List<Unit> units;
    private final List<ClauseVersion> clauses;

    /// Headings and titles as documents show them; each is read once.
    private final Map<String, String> canonical = new HashMap<>();

    private CompletenessCheck(DocumentReader reader, ContractType recipe, List<Block> blocks, List<Unit> units) {
        this.reader = reader;
        this.recipe = recipe;
        this.blocks = blocks;
        this.units = units.stream().filter(unit -> unit.match() != null).toList();
        this.clauses = this.units.stream().map(CompletenessCheck::clause).toList();
    }

    /// @param recipe the one that the request names
    /// @param units the cover of the document's blocks
    /// @param values those found, by slot name
    static Completeness of(
            DocumentReader reader,
            SlotFormat format,
            ContractType recipe,
            VerificationRequest request,
            List<Unit> units,
            Map<String, FoundValue> values) {
        CompletenessCheck check =
                new CompletenessCheck(reader, recipe, request.document().blocks(), units);
        List<FamilyId> order = recipe.families().toList();
        Set<FamilyId> seen = new LinkedHashSet<>();
        Set<FamilyId> repeated = new LinkedHashSet<>();
        Set<FamilyId> unexpected = new LinkedHashSet<>();
        List<FamilyId> outOfOrder = new ArrayList<>();
        int furthest = -1;
        for (ClauseVersion clause : check.clauses) {
            FamilyId family = clause.family();
            int place = order.indexOf(family);
            if (place < 0) {
                unexpected.add(family);
            } else if (!seen.add(family)) {
                repeated.add(family);
            } else if (place < furthest) {
                outOfOrder.add(family);
            }
            furthest = Math.max(furthest, place);
        }
        SortedMap<String, String> answers = answers(format, recipe, request);
        List<FamilyId> missing = recipe.items()
                .filter(item -> !item.optional()
                        && item.when().state(request.jurisdiction(), answers) == Condition.State.HOLDS
                        && !seen.contains(item.family()))
                .map(ContractType.Item::family)
                .toList();
        Set<String> defined = new LinkedHashSet<>();
        Set<String> repeatedTerms = new LinkedHashSet<>();
        check.clauses.forEach(clause -> clause.defines().forEach(term -> {
            if (!defined.add(term)) {
                repeatedTerms.add(term);
            }
        }));
        return new Completeness(
                recipe.id(),
                missing,
                List.copyOf(repeated),
                List.copyOf(unexpected),
                outOfOrder,
                check.missingHeadings(),
                check.unexpectedHeadings(),
                check.terms(ClauseVersion::uses)
                        .filter(term -> !defined.contains(term))
                        .toList(),
                defined.stream().filter(term -> !check.isUsed(term)).toList(),
                List.copyOf(repeatedTerms),
                unresolved(values),
                check.clauses.stream()
                        .filter(ClauseVersion::needsApproval)
                        .map(clause -> new NeededApproval(clause.versionId(), clause.mayAgree()))
                        .toList());
    }

    private static ClauseVersion clause(Unit unit) {
        if (unit.match() == null) {
            throw new IllegalArgumentException("furniture is no clause");
        }
        return unit.match().form().clause();
    }

    /// What the request says to the conditions of a recipe.
    private static SortedMap<String, String> answers(
            SlotFormat format, ContractType recipe, VerificationRequest request) {
        SortedMap<String, String> answers = new TreeMap<>();
        recipe.items().flatMap(item -> item.when().slots().stream()).forEach(name -> {
            SlotValue value = request.values().get(name);
            if (value != null) {
                answers.put(name, format.write(Slot.of(name, SlotType.TEXT), value));
            }
        });
        return answers;
    }

    /// The recipe's headings whose first clause in the document does not stand under them.
    private List<String> missingHeadings() {
        List<String> missing = new ArrayList<>();
        for (Section section : recipe.sections()) {
            Set<FamilyId> families = new HashSet<>();
            section.items().forEach(item -> families.add(item.family()));
            String heading = section.heading();
            if (heading != null) {
                units.stream()
                        .filter(unit -> families.contains(clause(unit).family()))
                        .findFirst()
                        .filter(unit -> !headings(unit).contains(canonical(heading)))
                        .ifPresent(_ -> missing.add(heading));
            }
        }
        return missing;
    }

    private List<String> unexpectedHeadings() {
        List<String> unexpected = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Unit unit : units) {
            ClauseVersion clause = clause(unit);
            for (String heading : headings(unit)) {
                boolean title = !clause.title().isEmpty() && heading.equals(canonical(clause.title()));
                if (!title && (!isOver(heading, clause.family()) || !shown.add(heading))) {
                    unexpected.add(heading);
                }
            }
        }
        return unexpected;
    }

    private boolean isOver(String heading, FamilyId family) {
        return recipe.sections().stream()
                .filter(section ->
                        section.items().stream().anyMatch(item -> item.family().equals(family)))
                .map(Section::heading)
                .anyMatch(other -> other != null && canonical(other).equals(heading));
    }

    private List<String> headings(Unit unit) {
        return blocks.subList(unit.start(), unit.text()).stream()
                .map(block -> Token.text(block.tokens()))
                .toList();
    }

    private String canonical(String heading) {
        return canonical.computeIfAbsent(
                heading,
                text -> Token.text(reader.read(text).blocks().getFirst().tokens()));
    }

    private Stream<String> terms(Function<ClauseVersion, List<String>> which) {
        return clauses.stream().flatMap(clause -> which.apply(clause).stream()).distinct();
    }

    /// Whether a clause says that it uses a term, or the term stands anywhere but where it is defined.
    private boolean isUsed(String term) {
        if (clauses.stream().anyMatch(clause -> clause.uses().contains(term))) {
            return true;
        }
        return clauses.stream().mapToInt(clause -> clause.text().count(term)).sum() > 1;
    }

    private static List<FamilyId> unresolved(Map<String, FoundValue> values) {
        List<FamilyId> unresolved = new ArrayList<>();
        values.forEach((name, value) -> {
            FamilyId family = Slot.referenced(name);
            if (family != null && !value.confirmed()) {
                unresolved.add(family);
            }
        });
        return unresolved;
    }
}
