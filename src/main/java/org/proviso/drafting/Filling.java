package org.proviso.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotValue;
import org.proviso.drafting.Draft.DraftValue;
import org.proviso.drafting.Draft.Question;
import org.proviso.drafting.Draft.Source;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;

/// The values of a draft: the user's, else the library's defaults, else a question. Nothing is guessed.
///
/// @param unused values that were given for slots of clauses that were not selected
record Filling(SortedMap<String, DraftValue> values, List<Question> questions, Set<String> unused) {

    /// @throws InvalidRequestException if a value names no slot of the contract type or is outside a slot's grammar
    static Filling of(LibrarySnapshot library, DraftRequest request, List<ClauseVersion> clauses) {
        Map<String, List<ClauseVersion>> users = new LinkedHashMap<>();
        for (ClauseVersion clause : clauses) {
            clause.slots()
                    .keySet()
                    .forEach(slot ->
                            users.computeIfAbsent(slot, _ -> new ArrayList<>()).add(clause));
        }
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> unused = unused(library, request, users.keySet(), problems);
        SortedMap<String, DraftValue> values = new TreeMap<>();
        List<Question> questions = new ArrayList<>();
        users.forEach((name, clausesOfSlot) -> {
            List<Slot> slots = clausesOfSlot.stream()
                    .map(clause -> clause.slots().get(name))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            String given = request.values().get(name);
            if (given == null) {
                fillByDefault(slots, values, questions, clausesOfSlot.getFirst());
            } else {
                read(library, slots, given, problems)
                        .ifPresent(value -> values.put(name, new DraftValue(slots.getFirst(), value, Source.REQUEST)));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return new Filling(values, questions, unused);
    }

    private static Set<String> unused(
            LibrarySnapshot library, DraftRequest request, Set<String> used, List<FieldProblem> problems) {
        Set<String> known = library.clauses().stream()
                .filter(clause -> request.contractType().families().anyMatch(clause.family()::equals))
                .flatMap(clause -> clause.slots().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unused = new TreeSet<>(request.values().keySet());
        unused.removeAll(used);
        unused.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(FieldProblem.refused(
                        "values." + Excerpt.of(name),
                        "There is no such slot in " + request.contractType().id() + ": the slots are " + known + ".")));
        return unused;
    }

    private static void fillByDefault(
            List<Slot> slots, SortedMap<String, DraftValue> values, List<Question> questions, ClauseVersion clause) {
        slots.stream()
                .filter(slot -> slot.defaultValue() != null)
                .findFirst()
                .ifPresentOrElse(
                        slot -> {
                            SlotValue value = slot.defaultValue();
                            if (value != null) {
                                values.put(slot.name(), new DraftValue(slot, value, Source.DEFAULT));
                            }
                        },
                        () -> questions.add(new Question(slots.getFirst(), clause)));
    }

    /// A value has to fit the slot of every clause that prints it.
    private static Optional<SlotValue> read(
            LibrarySnapshot library, List<Slot> slots, String given, List<FieldProblem> problems) {
        SlotValue value = null;
        for (Slot slot : slots) {
            switch (library.slotFormat().read(slot, given)) {
                case Accepted accepted -> value = accepted.value();
                case Refused refused -> {
                    problems.add(FieldProblem.refused("values." + slot.name(), refused.reason()));
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(value);
    }
}
