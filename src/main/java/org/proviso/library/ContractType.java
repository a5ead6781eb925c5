package org.proviso.library;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;

/// A recipe: which families make up a contract, in which order and under which headings.
///
/// @param jurisdictions those that the recipe drafts for, at least one
/// @param slots the recipe's own slots by name: what its conditions ask and no clause prints
public record ContractType(
        ContractTypeId id,
        String title,
        String description,
        List<Jurisdiction> jurisdictions,
        SortedMap<String, Slot> slots,
        List<Section> sections) {

    /// Clauses under one heading.
    ///
    /// @param heading the printed heading; a section without one is a frame and is not numbered
    public record Section(@Nullable String heading, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /// The place of one family.
    ///
    /// @param optional whether a contract may do without it
    /// @param included whether an optional family is there unless the request excludes it
    /// @param title whether it is printed as the document's title
    /// @param when on what it depends, its section's condition included
    public record Item(FamilyId family, boolean optional, boolean included, boolean title, Condition when) {

        /// An item that depends on nothing.
        public Item(FamilyId family, boolean optional, boolean included, boolean title) {
            this(family, optional, included, title, Condition.ALWAYS);
        }
    }

    public ContractType {
        jurisdictions = List.copyOf(jurisdictions);
        slots = slots.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(slots));
        sections = List.copyOf(sections);
    }

    /// A recipe without slots of its own.
    public ContractType(
            ContractTypeId id,
            String title,
            String description,
            List<Jurisdiction> jurisdictions,
            List<Section> sections) {
        this(id, title, description, jurisdictions, Collections.emptySortedMap(), sections);
    }

    /// Every place of a family, in the order of the contract.
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    public Stream<FamilyId> families() {
        return items().map(Item::family);
    }
}
