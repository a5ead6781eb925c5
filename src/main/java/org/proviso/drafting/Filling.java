package org.proviso.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.drafting.Answers.Use;
import org.proviso.drafting.Draft.DraftValue;
import org.proviso.drafting.Draft.Question;
import org.proviso.drafting.Draft.Source;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.ValueTexts;

/// The values of a draft: the user's, else the library's defaults, else a question. Nothing is guessed.
///
/// @param values by slot name; of rows, the count and every cell
/// @param unused values that were given for slots of clauses that were not selected
record Filling(SortedMap<String, DraftValue> values, List<Question> questions, Set<String> unused) {

    /// @throws InvalidRequestException if a value names no slot of the contract type or is outside a slot's grammar
    static Filling of(LibrarySnapshot library, DraftRequest request, Selection selection) {
        return new Filler(library, request).fill(selection);
    }

    private static final class Filler {

        private final LibrarySnapshot library;
        private final DraftRequest request;
        private final List<FieldProblem> problems = new ArrayList<>();
        private final SortedMap<String, DraftValue> values = new TreeMap<>();
        private final List<Question> questions = new ArrayList<>();
        private final ValueTexts given;

        Filler(LibrarySnapshot library, DraftRequest request) {
            this.library = library;
            this.request = request;
            this.given = ValueTexts.of("values", request.values(), problems::add);
        }

        Filling fill(Selection selection) {
            Map<String, List<Use>> uses = new LinkedHashMap<>();
            selection.deciding().forEach(use -> add(use, uses));
            selection
                    .clauses()
                    .forEach(clause -> clause.slots().values().forEach(slot -> add(new Use(slot, clause), uses)));
            Set<String> unused = unused(uses.keySet());
            uses.forEach((name, all) -> {
                List<Slot> slots = all.stream().map(Use::slot).distinct().toList();
                if (given.names().contains(name)) {
                    read(name, slots);
                } else {
                    fillByDefault(slots, all.getFirst());
                }
            });
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(problems);
            }
            return new Filling(values, questions, unused);
        }

        private static void add(Use use, Map<String, List<Use>> uses) {
            uses.computeIfAbsent(use.slot().name(), _ -> new ArrayList<>()).add(use);
        }

        private Set<String> unused(Set<String> used) {
            Set<String> known = library.clauses().stream()
                    .filter(clause -> request.contractType().families().anyMatch(clause.family()::equals))
                    .flatMap(clause -> clause.slots().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            known.addAll(request.contractType().slots().keySet());
            Set<String> unused = new TreeSet<>(given.names());
            unused.removeAll(used);
            unused.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(FieldProblem.refused(
                            "values." + Excerpt.of(name),
                            "There is no such slot in " + request.contractType().id() + ": the slots are " + known
                                    + ".")));
            return unused;
        }

        /// A value has to fit the slot of every clause that prints it; the first misfit is told.
        private void read(String name, List<Slot> slots) {
            given.refuseUnknownColumns(name, slots, problems::add);
            for (Slot slot : slots) {
                List<FieldProblem> wrong = new ArrayList<>();
                SortedMap<String, SlotValue> read = given.read(slot, library.slotFormat(), wrong::add);
                if (!wrong.isEmpty()) {
                    problems.addAll(wrong);
                    return;
                }
                read.forEach(
                        (part, value) -> values.put(part, new DraftValue(part(slot, part), value, Source.REQUEST)));
                if (read.get(name) instanceof Quantity count && slot.type() == SlotType.ROWS) {
                    fillCellsByDefault(slot, count.number().intValueExact());
                }
            }
        }

        private static Slot part(Slot slot, String part) {
            int column = part.indexOf("].");
            Slot cell = column < 0 ? null : slot.columns().get(part.substring(column + 2));
            return cell == null ? slot : cell.withName(part);
        }

        private void fillCellsByDefault(Slot rows, int count) {
            for (int row = 1; row <= count; row++) {
                for (Slot column : rows.columns().values()) {
                    Slot cell = column.withName(Slot.inRow(rows.name(), row, column.name()));
                    SlotValue value = cell.defaultValue();
                    if (value != null) {
                        values.putIfAbsent(cell.name(), new DraftValue(cell, value, Source.DEFAULT));
                    }
                }
            }
        }

        private void fillByDefault(List<Slot> slots, Use first) {
            for (Slot slot : slots) {
                SlotValue value = slot.defaultValue();
                if (value != null && (slot.type() != SlotType.ROWS || value.equals(Quantity.count(0)))) {
                    values.put(slot.name(), new DraftValue(slot, value, Source.DEFAULT));
                    return;
                }
            }
            questions.add(new Question(slots.getFirst(), first.clause()));
        }
    }
}
