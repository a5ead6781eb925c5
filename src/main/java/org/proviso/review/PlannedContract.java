package org.proviso.review;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.Condition;
import org.proviso.library.Condition.Requirement;
import org.proviso.library.Condition.State;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySnapshot;

/// What a recipe can become under one law on one day.
///
/// @param places of the families that it may have, in order
record PlannedContract(ContractType recipe, Jurisdiction law, List<Place> places) {

    /// A family in the contract.
    ///
    /// @param labelled whether its clause has a label
    /// @param ladder the clauses that may stand there, the best position first
    /// @param certain whether every contract has it
    record Place(Item item, boolean labelled, List<ClauseVersion> ladder, boolean certain) {

        FamilyId family() {
            return item.family();
        }

        /// Whether a draft has it if nobody asks for anything.
        boolean byDefault() {
            return item.included();
        }

        /// Whether every clause that may stand there is of a kind.
        boolean all(Predicate<ClauseVersion> kind) {
            return !ladder.isEmpty() && ladder.stream().allMatch(kind);
        }
    }

    /// Every contract that the recipes of a library draft.
    static List<PlannedContract> of(LibrarySnapshot library, LocalDate asOf) {
        List<PlannedContract> contracts = new ArrayList<>();
        for (ContractType recipe : library.contractTypes()) {
            for (Jurisdiction law : recipe.jurisdictions()) {
                List<Place> places = new ArrayList<>();
                for (Section section : recipe.sections()) {
                    for (Item item : section.items()) {
                        State state = item.when().state(law, Map.of());
                        if (state != State.FAILS) {
                            places.add(new Place(
                                    item,
                                    section.heading() != null,
                                    library.ladder(item.family(), recipe.id(), law, asOf),
                                    !item.optional() && state == State.HOLDS));
                        }
                    }
                }
                contracts.add(new PlannedContract(recipe, law, List.copyOf(places)));
            }
        }
        return contracts;
    }

    @Nullable
    Place place(FamilyId family) {
        return places.stream()
                .filter(place -> place.family().equals(family))
                .findFirst()
                .orElse(null);
    }

    /// Every clause that may stand in it.
    Stream<ClauseVersion> clauses() {
        return places.stream().flatMap(place -> place.ladder().stream());
    }

    /// Whether `other` is there in every contract that has a clause at `place`.
    boolean isThereWith(Place other, Place place) {
        return other.certain() || (!other.item().optional() && followsFrom(other, place));
    }

    /// Whether `other` is there in a draft that has a clause at `place` and for which nobody asked for more than that.
    boolean isDraftedWith(Place other, Place place) {
        return followsFrom(other, place) && (other.byDefault() || !place.byDefault());
    }

    /// Whether the conditions of `other` hold where those of `place` do.
    private boolean followsFrom(Place other, Place place) {
        List<Requirement> given = place.item().when().requirements();
        return new Condition(other.item().when().requirements().stream()
                                .filter(requirement -> !given.contains(requirement))
                                .toList())
                        .state(law, Map.of())
                == State.HOLDS;
    }

    /// The families that have to stand beside a clause: those that it requires, and what all clauses there require.
    Set<FamilyId> requiredBy(ClauseVersion clause) {
        Set<FamilyId> required = new HashSet<>(clause.requires());
        Deque<FamilyId> open = new ArrayDeque<>(required);
        while (!open.isEmpty()) {
            Place place = place(open.pop());
            List<ClauseVersion> ladder = place == null ? List.of() : place.ladder();
            Set<FamilyId> more = ladder.isEmpty()
                    ? Set.of()
                    : ladder.getFirst().requires().stream()
                            .filter(family -> ladder.stream()
                                    .allMatch(other -> other.requires().contains(family)))
                            .collect(Collectors.toSet());
            more.stream().filter(required::add).forEach(open::add);
        }
        return required;
    }
}
