package org.proviso.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;

/// What can be wrong between the files of a library.
final class LibraryChecks {

    private final List<LoadedClause> clauses;
    private final List<LoadedContractType> contractTypes;

    /// Every version of each clause, the lowest first.
    private final Map<ClauseId, List<LoadedClause>> versions = new LinkedHashMap<>();

    /// When which clause versions are in force, by family.
    private final Map<FamilyId, List<Period>> families = new LinkedHashMap<>();

    private LibraryChecks(List<LoadedClause> clauses, List<LoadedContractType> contractTypes) {
        this.clauses = clauses;
        this.contractTypes = contractTypes;
        for (LoadedClause loaded : clauses) {
            versions.computeIfAbsent(loaded.clause().id(), _ -> new ArrayList<>(1))
                    .add(loaded);
            periods(loaded);
        }
        for (List<LoadedClause> all : versions.values()) {
            all.sort(Comparator.comparing(loaded -> loaded.clause().versionId()));
            Period.of(all).forEach(period -> periods(period.loaded()).add(period));
        }
    }

    private List<Period> periods(LoadedClause loaded) {
        return families.computeIfAbsent(loaded.clause().family(), _ -> new ArrayList<>(1));
    }

    /// Adds a problem for each duplicate, dangling name, clash in a ladder, and slot of two types. References are
    /// only checked when every clause could be read, so that one broken file does not report others.
    static void check(
            List<LoadedClause> clauses, List<LoadedContractType> contractTypes, List<LibraryProblem> problems) {
        boolean complete = problems.isEmpty();
        LibraryChecks checks = new LibraryChecks(clauses, contractTypes);
        checks.versions.values().forEach(LibraryChecks::versions);
        new LadderChecks().check(checks.families.values());
        if (complete) {
            checks.references();
            checks.recipes();
        }
    }

    /// A version stands once, and the highest of several stands in the file that is named after the id alone.
    private static void versions(List<LoadedClause> versions) {
        for (int i = 1; i < versions.size(); i++) {
            ClauseVersionId id = versions.get(i).clause().versionId();
            LoadedClause lower = versions.get(i - 1);
            if (lower.clause().versionId().equals(id)) {
                versions.get(i)
                        .report("id", id + " stands in " + lower.file() + " too.", "Give one another id or version.");
            } else if (ClauseFile.isCurrent(lower.file(), lower.clause())) {
                lower.report(
                        "version",
                        "The file of the current version holds "
                                + lower.clause().versionId() + ", but there is " + id + ".",
                        "Name this file " + lower.clause().versionId() + ".md.");
            }
        }
        LoadedClause highest = versions.getLast();
        if (ClauseFile.isOlder(highest.file(), highest.clause())) {
            highest.report(
                    "version",
                    highest.clause().versionId() + " is the highest version in a file for an older one.",
                    "Name the file " + highest.clause().id() + ".md.");
        }
    }

    private void references() {
        Set<ContractTypeId> recipes =
                contractTypes.stream().map(loaded -> loaded.contractType().id()).collect(Collectors.toSet());
        for (LoadedClause loaded : clauses) {
            ClauseVersion clause = loaded.clause();
            for (FamilyId family : clause.requires()) {
                if (!families.containsKey(family)) {
                    loaded.report("requires", "There is no family \"" + family + "\".", "Name an existing family.");
                }
            }
            for (ClauseId id : clause.conflicts()) {
                if (!versions.containsKey(id)) {
                    loaded.report("conflicts", "There is no clause \"" + id + "\".", "Name an existing clause.");
                }
            }
            for (ContractTypeId id : clause.contracts()) {
                if (!recipes.contains(id)) {
                    loaded.report("contracts", "There is no contract type \"" + id + "\".", "Name an existing recipe.");
                }
            }
            if (clause.text().parts().size() > 1) {
                labels(loaded);
            }
        }
    }

    /// The labels that a text prints are those of families of the library.
    private void labels(LoadedClause loaded) {
        ClauseText text = loaded.clause().text();
        text.references().stream()
                .filter(family -> !families.containsKey(family))
                .forEach(family -> loaded.text()
                        .report(
                                TemplateChecks.lineOf(text.source(), family.value()),
                                "{{ref " + family + "}} names a family that is not in the library.",
                                "Name an existing family."));
    }

    private void recipes() {
        for (LoadedContractType loaded : contractTypes) {
            ContractType recipe = loaded.contractType();
            Set<FamilyId> seen = new HashSet<>();
            recipe.families().forEach(family -> {
                if (!families.containsKey(family)) {
                    loaded.source()
                            .report("sections", "There is no family \"" + family + "\".", "Name an existing family.");
                } else if (!seen.add(family)) {
                    loaded.source().report("sections", "The family \"" + family + "\" stands twice.", "Keep one.");
                }
            });
            slotsAgree(recipe, seen);
        }
    }

    /// A slot's name means one value in a contract, so every clause of a recipe declares it with the same type.
    /// Versions
    /// that are never in force on the same day never meet.
    private void slotsAgree(ContractType recipe, Set<FamilyId> named) {
        Map<String, Map<Kind, List<Period>>> kinds = new HashMap<>();
        for (FamilyId family : named) {
            for (Period period : families.getOrDefault(family, List.of())) {
                if (!period.loaded().clause().servesContract(recipe.id())) {
                    continue;
                }
                for (Slot slot : period.loaded().clause().slots().values()) {
                    Map<Kind, List<Period>> same = kinds.computeIfAbsent(slot.name(), _ -> new LinkedHashMap<>());
                    Kind kind = Kind.of(slot);
                    for (Map.Entry<Kind, List<Period>> other : same.entrySet()) {
                        if (!other.getKey().equals(kind)
                                && other.getValue().stream().anyMatch(period::overlaps)) {
                            disagree(recipe, period.loaded(), slot, other.getKey());
                            break;
                        }
                    }
                    addUnlessCovered(same.computeIfAbsent(kind, _ -> new ArrayList<>(1)), period);
                }
            }
        }
    }

    /// Keeps periods that say more than one that is already there.
    private static void addUnlessCovered(List<Period> periods, Period period) {
        if (periods.stream().noneMatch(known -> known.from() <= period.from() && known.until() >= period.until())) {
            periods.add(period);
        }
    }

    private static void disagree(ContractType recipe, LoadedClause loaded, Slot slot, Kind other) {
        loaded.report(
                "slots",
                "The slot \"" + slot.name() + "\" is a " + slot.type() + " here and a " + other.type()
                        + " elsewhere in " + recipe.id() + ", or has other choices or columns.",
                "Use one type, or another name.");
    }

    /// What has to agree between slots of one name.
    private record Kind(SlotType type, List<String> choices, Map<String, Kind> columns) {
        static Kind of(Slot slot) {
            Map<String, Kind> columns = new HashMap<>();
            slot.columns().forEach((name, column) -> columns.put(name, of(column)));
            return new Kind(slot.type(), slot.choices(), columns);
        }
    }
}
