package org.proviso.library;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;

/// What can be wrong between the files of a library.
final class LibraryChecks {

    private final List<LoadedClause> clauses;
    private final List<LoadedContractType> contractTypes;
    private final Set<FamilyId> families;

    private LibraryChecks(List<LoadedClause> clauses, List<LoadedContractType> contractTypes) {
        this.clauses = clauses;
        this.contractTypes = contractTypes;
        this.families = clauses.stream().map(loaded -> loaded.clause().family()).collect(Collectors.toSet());
    }

    /// Adds a problem for each duplicate, dangling name, clash in a ladder, and slot of two types. References are only
    /// checked when every clause could be read, so that one broken file does not report others.
    static void check(
            List<LoadedClause> clauses, List<LoadedContractType> contractTypes, List<LibraryProblem> problems) {
        boolean complete = problems.isEmpty();
        LibraryChecks checks = new LibraryChecks(clauses, contractTypes);
        checks.duplicates();
        checks.ladders();
        if (complete) {
            checks.references();
            checks.recipes();
        }
    }

    private void duplicates() {
        Map<ClauseVersionId, String> seen = new HashMap<>();
        for (LoadedClause loaded : clauses) {
            ClauseVersionId id = loaded.clause().versionId();
            String other = seen.putIfAbsent(id, loaded.source().sink().file());
            if (other != null) {
                loaded.report("id", id + " stands in " + other + " too.", "Give one of them another id or version.");
            }
        }
    }

    /// (family, position, jurisdiction, day) names at most one clause.
    private void ladders() {
        for (int i = 0; i < clauses.size(); i++) {
            for (int j = 0; j < i; j++) {
                ClauseVersion one = clauses.get(j).clause();
                ClauseVersion two = clauses.get(i).clause();
                if (one.family().equals(two.family())
                        && one.position().equals(two.position())
                        && !one.id().equals(two.id())
                        && one.status() == Status.APPROVED
                        && two.status() == Status.APPROVED
                        && overlap(one.validity(), two.validity())
                        && one.jurisdictions().stream().anyMatch(two.jurisdictions()::contains)) {
                    clauses.get(i)
                            .report(
                                    "position",
                                    two.id() + " has the same family, position, jurisdiction and days as " + one.id()
                                            + ".",
                                    "Change one of these, or retire one clause.");
                }
            }
        }
    }

    private static boolean overlap(Validity one, Validity two) {
        return (one.until() == null || two.from() == null || two.from().isBefore(one.until()))
                && (two.until() == null || one.from() == null || one.from().isBefore(two.until()));
    }

    private void references() {
        Set<ClauseId> ids = clauses.stream().map(loaded -> loaded.clause().id()).collect(Collectors.toSet());
        Set<ContractTypeId> recipes =
                contractTypes.stream().map(loaded -> loaded.contractType().id()).collect(Collectors.toSet());
        for (LoadedClause loaded : clauses) {
            ClauseVersion clause = loaded.clause();
            clause.requires().stream()
                    .filter(family -> !families.contains(family))
                    .forEach(family -> loaded.report(
                            "requires", "There is no family \"" + family + "\".", "Name an existing family."));
            clause.conflicts().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> loaded.report(
                            "conflicts", "There is no clause \"" + id + "\".", "Name an existing clause."));
            clause.contracts().stream()
                    .filter(id -> !recipes.contains(id))
                    .forEach(id -> loaded.report(
                            "contracts", "There is no contract type \"" + id + "\".", "Name an existing recipe."));
        }
    }

    private void recipes() {
        for (LoadedContractType loaded : contractTypes) {
            ContractType recipe = loaded.contractType();
            Set<FamilyId> seen = new HashSet<>();
            recipe.families().forEach(family -> {
                if (!families.contains(family)) {
                    loaded.source()
                            .report("sections", "There is no family \"" + family + "\".", "Name an existing family.");
                } else if (!seen.add(family)) {
                    loaded.source().report("sections", "The family \"" + family + "\" stands twice.", "Keep one.");
                }
            });
            slotsAgree(recipe);
        }
    }

    /// A slot's name means one value in a contract, so every clause of a recipe declares it with the same type.
    private void slotsAgree(ContractType recipe) {
        Set<FamilyId> named = recipe.families().collect(Collectors.toSet());
        Map<String, Slot> first = new HashMap<>();
        for (LoadedClause loaded : clauses) {
            if (!named.contains(loaded.clause().family())) {
                continue;
            }
            for (Slot slot : loaded.clause().slots().values()) {
                Slot other = first.putIfAbsent(slot.name(), slot);
                if (other != null
                        && (other.type() != slot.type() || !other.choices().equals(slot.choices()))) {
                    loaded.report(
                            "slots",
                            "The slot \"" + slot.name() + "\" is a " + slot.type() + " here and a " + other.type()
                                    + " elsewhere in " + recipe.id() + ", or has other choices.",
                            "Use one type, or another name.");
                }
            }
        }
    }
}
