package org.proviso.clause;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One wording of a clause with everything the library says of it.
///
/// @param contracts the contract types it may be used in; empty: every recipe that names its family
/// @param jurisdictions where it may be used, at least one; [Jurisdiction#ANY] for everywhere
/// @param slots its slots by name, exactly those that the text names
/// @param requires families that have to stand in the same contract
/// @param conflicts clauses that must not stand in the same contract
public record ClauseVersion(
        ClauseVersionId versionId,
        String title,
        FamilyId family,
        String category,
        Position position,
        Status status,
        List<Jurisdiction> jurisdictions,
        List<ContractTypeId> contracts,
        Validity validity,
        @Nullable Approval approved,
        SortedMap<String, Slot> slots,
        List<String> defines,
        List<String> uses,
        List<FamilyId> requires,
        List<ClauseId> conflicts,
        String guidance,
        ClauseText text) {

    public ClauseVersion {
        jurisdictions = List.copyOf(jurisdictions);
        contracts = List.copyOf(contracts);
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
        defines = List.copyOf(defines);
        uses = List.copyOf(uses);
        requires = List.copyOf(requires);
        conflicts = List.copyOf(conflicts);
        if (jurisdictions.isEmpty()) {
            throw new IllegalArgumentException(versionId + " has no jurisdiction; write [any].");
        }
        if (!slots.keySet().equals(text.slotNames())) {
            throw new IllegalArgumentException(
                    versionId + " declares slots " + slots.keySet() + " but its text names " + text.slotNames() + ".");
        }
    }

    public ClauseId id() {
        return versionId.id();
    }

    public boolean inForce(LocalDate day) {
        return status == Status.APPROVED && validity.includes(day);
    }

    /// Whether it may be used under the law of `jurisdiction`.
    public boolean fits(Jurisdiction jurisdiction) {
        return jurisdictions.contains(Jurisdiction.ANY) || jurisdictions.contains(jurisdiction);
    }

    public boolean servesContract(ContractTypeId contractType) {
        return contracts.isEmpty() || contracts.contains(contractType);
    }

    /// The text with slot values in place.
    ///
    /// @param printed the printed value by slot name; a slot without one keeps its [Placeholder]
    /// @param flags the flags that are set
    public String fill(Map<String, String> printed, Set<String> flags) {
        return text.fill(slot -> printed.getOrDefault(slot, Placeholder.of(slot)), flags::contains);
    }
}
