package org.proviso.clause;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One wording of a clause with everything the library says of it.
///
/// @param contracts the contract types it may be used in; empty: every recipe that names its family
/// @param jurisdictions where it may be used, at least one; [Jurisdiction#ANY] for everywhere
/// @param mayAgree who may agree to it: `anyone`, or a role whose approval a draft then needs
/// @param conspicuous whether it must be printed, and found, in capitals or bold
/// @param provenance where the text comes from, or null
/// @param slots its slots by name, exactly those that the text names
/// @param requires families that have to stand in the same contract
/// @param conflicts clauses that must not stand in the same contract
/// @param questions what people ask that it answers; those of a preferred clause are its whole family's
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
        String mayAgree,
        boolean conspicuous,
        @Nullable Provenance provenance,
        SortedMap<String, Slot> slots,
        List<String> defines,
        List<String> uses,
        List<FamilyId> requires,
        List<ClauseId> conflicts,
        String guidance,
        List<String> questions,
        ClauseText text) {

    /// Who may agree to a clause that needs nobody's approval.
    public static final String ANYONE = "anyone";

    public ClauseVersion {
        jurisdictions = List.copyOf(jurisdictions);
        contracts = List.copyOf(contracts);
        slots = slots.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(slots));
        defines = List.copyOf(defines);
        uses = List.copyOf(uses);
        requires = List.copyOf(requires);
        conflicts = List.copyOf(conflicts);
        questions = List.copyOf(questions);
        if (jurisdictions.isEmpty()) {
            throw new IllegalArgumentException(versionId + " has no jurisdiction; write [any].");
        }
        if (!slots.keySet().equals(text.slotNames())) {
            throw new IllegalArgumentException(
                    versionId + " declares slots " + slots.keySet() + " but its text names " + text.slotNames() + ".");
        }
        for (String rows : text.rowNames()) {
            Slot slot = slots.get(rows);
            if (slot == null
                    || slot.type() != SlotType.ROWS
                    || !slot.columns().keySet().equals(text.columnNames(rows))) {
                throw new IllegalArgumentException(
                        versionId + " repeats " + rows + " by other columns than the slot declares.");
            }
        }
    }

    /// An approved first version without slots, the only clause of a family of its own, for every place and contract.
    ///
    /// @param title may be empty, so that no heading is it
    public static ClauseVersion literal(ClauseId id, String title, ClauseText text) {
        return new ClauseVersion(
                new ClauseVersionId(id, 1),
                title,
                new FamilyId(id.value()),
                "General",
                Position.PREFERRED,
                Status.APPROVED,
                List.of(Jurisdiction.ANY),
                List.of(),
                Validity.ALWAYS,
                null,
                ANYONE,
                false,
                null,
                Collections.emptySortedMap(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                text);
    }

    public ClauseId id() {
        return versionId.id();
    }

    /// Whether it is approved and valid on a day; a higher version may supersede it all the same.
    public boolean isValid(LocalDate day) {
        return status == Status.APPROVED && validity.includes(day);
    }

    /// Whether it was put in force on a day or before, be it expired or retired since. From then on no lower version
    /// of its id is in force.
    public boolean hasBegun(LocalDate day) {
        LocalDate from = validity.from();
        return status != Status.DRAFT && (from == null || !day.isBefore(from));
    }

    /// Whether it may be used under the law of `jurisdiction`.
    public boolean fits(Jurisdiction jurisdiction) {
        return jurisdictions.contains(Jurisdiction.ANY) || jurisdictions.contains(jurisdiction);
    }

    /// Whether not just anyone may agree to it.
    public boolean needsApproval() {
        return !mayAgree.equals(ANYONE);
    }

    public boolean servesContract(ContractTypeId contractType) {
        return contracts.isEmpty() || contracts.contains(contractType);
    }

    /// The slot that a name is bound by: a slot of the clause, a column in a row, or a reference; null if there is
    /// none.
    public @Nullable Slot slot(String name) {
        if (Slot.referenced(name) != null) {
            return Slot.of(name, SlotType.LABEL);
        }
        int bracket = name.indexOf('[');
        if (bracket < 0) {
            return slots.get(name);
        }
        Slot rows = slots.get(name.substring(0, bracket));
        Slot column = rows == null ? null : rows.columns().get(name.substring(name.indexOf("].") + 2));
        return column == null ? null : column.withName(name);
    }

    /// Every form of its text.
    public List<ClauseForm> forms() {
        return ClauseForm.of(text, slots);
    }

    /// The text with slot values in place.
    ///
    /// @param printed the printed value by slot name; a slot without one keeps its [Placeholder]
    /// @param decisions flags and counts of rows; a missing flag is unset, rows without a count stand once
    public String fill(Map<String, String> printed, Map<String, SlotValue> decisions) {
        return text.fill(new ClauseForm.Decided(decisions, printed));
    }
}
