package org.proviso.library;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;

/// A recipe: which families make up a contract, in which order and under which headings.
///
/// @param jurisdictions those that the recipe drafts for, at least one
public record ContractType(
        ContractTypeId id, String title, String description, List<Jurisdiction> jurisdictions, List<Section> sections) {

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
    public record Item(FamilyId family, boolean optional, boolean included, boolean title) {}

    public ContractType {
        jurisdictions = List.copyOf(jurisdictions);
        sections = List.copyOf(sections);
    }

    /// Every place of a family, in the order of the contract.
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    public Stream<FamilyId> families() {
        return items().map(Item::family);
    }
}
