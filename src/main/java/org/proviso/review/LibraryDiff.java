package org.proviso.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Status;
import org.proviso.document.DocumentReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.Root;
import org.proviso.verification.Changes;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Operation;

/// What changed between two libraries, as a reviewer wants to read it.
///
/// @param before the root of the first
/// @param after the root of the second; the same if nothing changed
/// @param settings what changed in `library.yaml`
/// @param clauses in id order
/// @param contractTypes in id order
public record LibraryDiff(
        Root before,
        Root after,
        List<FieldChange> settings,
        List<ClauseChange> clauses,
        List<ContractTypeChange> contractTypes) {

    /// What became of a clause version or a recipe.
    public enum Kind {
        ADDED,
        /// A clause has a new version; the change is against the one that was the highest before.
        NEW_VERSION,
        /// What is said of it changed, or, where nothing is locked, its text.
        CHANGED,
        RETIRED,
        REMOVED
    }

    /// @param before as the first library writes it; empty if it says nothing
    /// @param after as the second writes it
    public record FieldChange(String field, String before, String after) {}

    /// @param against the version that it is compared with; null if there is none
    /// @param difference of the texts, slots as they are written; empty if they are the same
    public record ClauseChange(
            Kind kind,
            ClauseVersionId clause,
            @Nullable ClauseVersionId against,
            List<FieldChange> fields,
            List<Difference> difference) {

        public ClauseChange {
            fields = List.copyOf(fields);
            difference = List.copyOf(difference);
        }
    }

    public record ContractTypeChange(Kind kind, ContractTypeId contractType, List<FieldChange> fields) {
        public ContractTypeChange {
            fields = List.copyOf(fields);
        }
    }

    public LibraryDiff {
        settings = List.copyOf(settings);
        clauses = List.copyOf(clauses);
        contractTypes = List.copyOf(contractTypes);
    }

    /// Compares two libraries; two long texts that have little in common cost the product of their lengths.
    public static LibraryDiff between(LibrarySnapshot before, LibrarySnapshot after, DocumentReader reader) {
        Set<ClauseId> ids = new TreeSet<>();
        before.clauses().forEach(clause -> ids.add(clause.id()));
        after.clauses().forEach(clause -> ids.add(clause.id()));
        List<ClauseChange> clauses = new ArrayList<>();
        for (ClauseId id : ids) {
            versions(before, after, id, reader, clauses);
        }
        return new LibraryDiff(
                before.root(),
                after.root(),
                fields(DescribedFields.of(before.settings()), DescribedFields.of(after.settings())),
                clauses,
                contractTypes(before, after));
    }

    private static void versions(
            LibrarySnapshot before,
            LibrarySnapshot after,
            ClauseId id,
            DocumentReader reader,
            List<ClauseChange> changes) {
        Set<ClauseVersionId> versions = new TreeSet<>();
        before.versions(id).forEach(clause -> versions.add(clause.versionId()));
        Optional<ClauseVersion> highest = before.versions(id).stream().reduce((_, higher) -> higher);
        after.versions(id).forEach(clause -> versions.add(clause.versionId()));
        for (ClauseVersionId version : versions) {
            ClauseVersion old = before.clause(version).orElse(null);
            ClauseVersion now = after.clause(version).orElse(null);
            if (now == null) {
                changes.add(new ClauseChange(Kind.REMOVED, version, null, List.of(), List.of()));
            } else if (old == null && highest.isEmpty()) {
                changes.add(new ClauseChange(Kind.ADDED, version, null, List.of(), List.of()));
            } else {
                ClauseVersion other = old == null ? highest.orElseThrow() : old;
                List<FieldChange> fields = fields(
                        DescribedFields.of(other, before.slotFormat()), DescribedFields.of(now, after.slotFormat()));
                List<Difference> difference = difference(other, now, reader);
                boolean retired = now.status() == Status.RETIRED && other.status() != Status.RETIRED;
                if (old == null) {
                    changes.add(new ClauseChange(Kind.NEW_VERSION, version, other.versionId(), fields, difference));
                } else if (!fields.isEmpty() || !difference.isEmpty()) {
                    changes.add(new ClauseChange(
                            retired ? Kind.RETIRED : Kind.CHANGED, version, version, fields, difference));
                }
            }
        }
    }

    private static List<Difference> difference(ClauseVersion old, ClauseVersion now, DocumentReader reader) {
        String before = old.text().source();
        String after = now.text().source();
        if (before.equals(after)) {
            return List.of();
        }
        List<Difference> difference;
        try {
            difference = Changes.between(reader.read(before), reader.read(after));
        } catch (IllegalArgumentException e) {
            return List.of(replaced(before, after));
        }
        return difference.stream().allMatch(part -> part.operation() == Operation.EQUAL)
                ? List.of(replaced(before, after))
                : difference;
    }

    /// For texts that are too long to be compared, or differ in what no token shows.
    private static Difference replaced(String before, String after) {
        return new Difference(Operation.REPLACED, before, after, 0, after.length(), Set.of());
    }

    private static List<ContractTypeChange> contractTypes(LibrarySnapshot before, LibrarySnapshot after) {
        Set<ContractTypeId> ids = new TreeSet<>();
        before.contractTypes().forEach(recipe -> ids.add(recipe.id()));
        after.contractTypes().forEach(recipe -> ids.add(recipe.id()));
        List<ContractTypeChange> changes = new ArrayList<>();
        for (ContractTypeId id : ids) {
            SortedMap<String, String> old = before.contractType(id)
                    .map(recipe -> DescribedFields.of(recipe, before.slotFormat()))
                    .orElse(new TreeMap<>());
            SortedMap<String, String> now = after.contractType(id)
                    .map(recipe -> DescribedFields.of(recipe, after.slotFormat()))
                    .orElse(new TreeMap<>());
            List<FieldChange> fields = fields(old, now);
            if (old.isEmpty() || now.isEmpty()) {
                changes.add(new ContractTypeChange(old.isEmpty() ? Kind.ADDED : Kind.REMOVED, id, List.of()));
            } else if (!fields.isEmpty()) {
                changes.add(new ContractTypeChange(Kind.CHANGED, id, fields));
            }
        }
        return changes;
    }

    private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new FieldChange(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .toList();
    }
}
