package org.proviso.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;

/// The whole library at one moment; immutable and valid.
public final class LibrarySnapshot {

    private final LibrarySettings settings;
    private final Wordings wordings;
    private final Map<FamilyId, List<ClauseVersion>> families = new HashMap<>();
    private final SortedMap<ContractTypeId, ContractType> contractTypes = new TreeMap<>();
    private final SlotFormat slotFormat;
    private final LibraryTrees trees;

    /// Every slot by name; made when it is first asked for.
    private volatile @Nullable SortedMap<String, Set<Slot>> slots;

    /// @throws IllegalArgumentException if a clause version or a recipe stands there twice
    public LibrarySnapshot(
            LibrarySettings settings, Collection<ClauseVersion> clauses, Collection<ContractType> contractTypes) {
        this(settings, Wordings.of(clauses), contractTypes);
    }

    LibrarySnapshot(LibrarySettings settings, Wordings wordings, Collection<ContractType> contractTypes) {
        this.settings = settings;
        this.wordings = wordings;
        ClauseVersionId last = null;
        for (ClauseVersion clause : wordings.clauses()) {
            if (clause.versionId().equals(last)) {
                throw new IllegalArgumentException(last + " stands in the library twice.");
            }
            last = clause.versionId();
            families.merge(clause.family(), List.of(clause), LibrarySnapshot::joined);
        }
        families.replaceAll((_, versions) -> List.copyOf(versions));
        for (ContractType contractType : contractTypes) {
            if (this.contractTypes.put(contractType.id(), contractType) != null) {
                throw new IllegalArgumentException(contractType.id() + " stands in the library twice.");
            }
        }
        this.slotFormat = new SlotFormat(settings.locale());
        this.trees = new LibraryTrees(settings, wordings, this.contractTypes.values());
    }

    private static List<ClauseVersion> joined(List<ClauseVersion> versions, List<ClauseVersion> more) {
        List<ClauseVersion> joined = versions instanceof ArrayList ? versions : new ArrayList<>(versions);
        joined.addAll(more);
        return joined;
    }

    public LibrarySettings settings() {
        return settings;
    }

    public ContractLocale locale() {
        return settings.locale();
    }

    /// The table of what slots print and parse in this library.
    public SlotFormat slotFormat() {
        return slotFormat;
    }

    public Root root() {
        return trees.root();
    }

    /// What the root is made of, to prove that something is in the library.
    public LibraryTrees trees() {
        return trees;
    }

    /// Every clause version, in id order.
    public Collection<ClauseVersion> clauses() {
        return wordings.clauses();
    }

    public Optional<ClauseVersion> clause(ClauseVersionId versionId) {
        return wordings.clause(versionId);
    }

    /// Whether a version stands in the library with the wording that `clause` has under the same number.
    public boolean hasWordingOf(ClauseVersion clause) {
        return clause(clause.versionId())
                .filter(known -> ClauseLeaves.wording(known).equals(ClauseLeaves.wording(clause)))
                .isPresent();
    }

    /// Every version of a clause, the lowest first; empty if there is no such clause.
    public Collection<ClauseVersion> versions(ClauseId id) {
        return wordings.versions(id);
    }

    /// Every version of every clause of a family, in id order; empty if there is no such family.
    public List<ClauseVersion> family(FamilyId family) {
        return families.getOrDefault(family, List.of());
    }

    /// The names of all slots that a clause declares, in order; columns of rows are not among them.
    public Set<String> slotNames() {
        return Collections.unmodifiableSet(slots().keySet());
    }

    /// The slots of a name, each once, in the order of the clauses that declare them; empty if there is none.
    public Collection<Slot> slots(String name) {
        return Collections.unmodifiableCollection(slots().getOrDefault(name, Set.of()));
    }

    private SortedMap<String, Set<Slot>> slots() {
        SortedMap<String, Set<Slot>> known = slots;
        if (known != null) {
            return known;
        }
        SortedMap<String, Set<Slot>> found = new TreeMap<>();
        for (ClauseVersion clause : wordings.clauses()) {
            clause.slots()
                    .forEach((name, slot) -> found.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                            .add(slot));
        }
        slots = found;
        return found;
    }

    /// The SHA-256 of the wording of each clause version, in lower-case hexadecimal, as `library.lock` holds
    /// it.
    SortedMap<ClauseVersionId, String> wordingHashes() {
        return wordings.hex();
    }

    /// The version of a clause that is in force on a day: the highest that has begun, if it is valid then.
    public Optional<ClauseVersion> inForce(ClauseId id, LocalDate asOf) {
        return latest(wordings.versions(id), asOf).stream()
                .filter(clause -> clause.isValid(asOf))
                .findFirst();
    }

    /// The version in force of every clause, in id order.
    public List<ClauseVersion> inForce(LocalDate asOf) {
        return latest(wordings.clauses(), asOf).stream()
                .filter(clause -> clause.isValid(asOf))
                .toList();
    }

    /// The highest version that has begun on a day, if it is higher than `clause`: what took its place.
    public Optional<ClauseVersion> successor(ClauseVersion clause, LocalDate asOf) {
        return latest(wordings.versions(clause.id()), asOf).stream()
                .filter(latest -> latest.versionId().compareTo(clause.versionId()) > 0)
                .findFirst();
    }

    /// The highest version of every clause that has begun on a day.
    ///
    /// @param clauses in id order
    private static List<ClauseVersion> latest(List<ClauseVersion> clauses, LocalDate asOf) {
        List<ClauseVersion> latest = new ArrayList<>();
        for (ClauseVersion clause : clauses) {
            if (clause.hasBegun(asOf)) {
                if (!latest.isEmpty() && latest.getLast().id().equals(clause.id())) {
                    latest.removeLast();
                }
                latest.add(clause);
            }
        }
        return latest;
    }

    /// The ladder of a family for one contract type and jurisdiction: the versions in force that fit both, one
    /// per position, where a clause for the very jurisdiction beats one for any; preferred first.
    public List<ClauseVersion> ladder(
            FamilyId family, ContractTypeId contractType, Jurisdiction jurisdiction, LocalDate asOf) {
        TreeMap<Integer, ClauseVersion> ladder = new TreeMap<>();
        for (ClauseVersion clause : family(family)) {
            if (clause.servesContract(contractType)
                    && clause.fits(jurisdiction)
                    && inForce(clause.id(), asOf)
                            .filter(highest -> highest == clause)
                            .isPresent()) {
                ladder.merge(
                        clause.position().rank(),
                        clause,
                        (one, other) -> other.jurisdictions().contains(jurisdiction) ? other : one);
            }
        }
        return List.copyOf(ladder.values());
    }

    /// Every recipe, in id order.
    public Collection<ContractType> contractTypes() {
        return Collections.unmodifiableCollection(contractTypes.values());
    }

    public Optional<ContractType> contractType(ContractTypeId id) {
        return Optional.ofNullable(contractTypes.get(id));
    }
}
