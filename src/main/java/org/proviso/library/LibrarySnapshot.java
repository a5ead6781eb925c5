package org.proviso.library;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotFormat;

/// The whole library at one moment; immutable and valid.
public final class LibrarySnapshot {

    private final LibrarySettings settings;
    private final NavigableMap<ClauseVersionId, ClauseVersion> clauses = new TreeMap<>();
    private final SortedMap<ContractTypeId, ContractType> contractTypes = new TreeMap<>();
    private final SlotFormat slotFormat;
    private final Root root;

    /// @throws IllegalArgumentException if a clause version or a recipe stands there twice
    public LibrarySnapshot(
            LibrarySettings settings, Collection<ClauseVersion> clauses, Collection<ContractType> contractTypes) {
        this.settings = settings;
        for (ClauseVersion clause : clauses) {
            if (this.clauses.put(clause.versionId(), clause) != null) {
                throw new IllegalArgumentException(clause.versionId() + " stands in the library twice.");
            }
        }
        for (ContractType contractType : contractTypes) {
            if (this.contractTypes.put(contractType.id(), contractType) != null) {
                throw new IllegalArgumentException(contractType.id() + " stands in the library twice.");
            }
        }
        this.slotFormat = new SlotFormat(settings.locale());
        this.root = RootHash.of(settings, this.clauses.values(), this.contractTypes.values());
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
        return root;
    }

    /// Every clause version, in id order.
    public Collection<ClauseVersion> clauses() {
        return Collections.unmodifiableCollection(clauses.values());
    }

    public Optional<ClauseVersion> clause(ClauseVersionId versionId) {
        return Optional.ofNullable(clauses.get(versionId));
    }

    /// Every version of a clause, the lowest first; empty if there is no such clause.
    public Collection<ClauseVersion> versions(ClauseId id) {
        return Collections.unmodifiableCollection(
                clauses.subMap(new ClauseVersionId(id, 1), true, new ClauseVersionId(id, Integer.MAX_VALUE), true)
                        .values());
    }

    /// The highest version of a clause that is in force on a day.
    public Optional<ClauseVersion> inForce(ClauseId id, LocalDate asOf) {
        return versions(id).stream()
                .filter(clause -> clause.inForce(asOf))
                .max(Comparator.comparing(ClauseVersion::versionId));
    }

    /// The highest version in force of every clause, in id order.
    public List<ClauseVersion> inForce(LocalDate asOf) {
        TreeMap<ClauseId, ClauseVersion> highest = new TreeMap<>();
        clauses.values().stream().filter(clause -> clause.inForce(asOf)).forEach(c -> highest.put(c.id(), c));
        return List.copyOf(highest.values());
    }

    /// The ladder of a family for one contract type and jurisdiction: the versions in force that fit both, one per
    /// position, where a clause for the very jurisdiction beats one for any; preferred first.
    public List<ClauseVersion> ladder(
            FamilyId family, ContractTypeId contractType, Jurisdiction jurisdiction, LocalDate asOf) {
        TreeMap<Integer, ClauseVersion> ladder = new TreeMap<>();
        for (ClauseVersion clause : inForce(asOf)) {
            if (clause.family().equals(family) && clause.servesContract(contractType) && clause.fits(jurisdiction)) {
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
