package org.proviso.clause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Quantity;

/// A clause's text with every flag and every number of rows decided; slots and references stand as [Placeholder]s.
///
/// @param decisions a [Flag] for every flag and a count for all rows, by slot name
/// @param text the text that results
public record ClauseForm(SortedMap<String, SlotValue> decisions, String text) {

    /// No clause has more forms; the library refuses one that would.
    public static final int MAX_FORMS = 256;

    public ClauseForm {
        decisions = decisions.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
    }

    /// How many forms a text has.
    public static long count(ClauseText text, Map<String, Slot> slots) {
        long count = 1;
        for (String name : decided(text)) {
            count = Math.min(MAX_FORMS + 1L, count * choices(name, slots).size());
        }
        return count;
    }

    /// Every form, in order: the decision of the first name changes fastest, from unset to set and from the fewest rows
    /// to the most.
    ///
    /// @throws IllegalArgumentException if there are more than [#MAX_FORMS]
    public static List<ClauseForm> of(ClauseText text, Map<String, Slot> slots) {
        long count = count(text, slots);
        if (count > MAX_FORMS) {
            throw new IllegalArgumentException("the text has more than " + MAX_FORMS + " forms");
        }
        List<String> names = decided(text);
        List<ClauseForm> forms = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            SortedMap<String, SlotValue> decisions = new TreeMap<>();
            int rest = number;
            for (String name : names) {
                List<SlotValue> choices = choices(name, slots);
                decisions.put(name, choices.get(rest % choices.size()));
                rest /= choices.size();
            }
            forms.add(new ClauseForm(decisions, text.fill(new Decided(decisions, Map.of()))));
        }
        return forms;
    }

    /// A filler by printed values and decisions; a slot without a value keeps its [Placeholder], a flag without one is
    /// unset, and rows without a count stand once.
    record Decided(Map<String, SlotValue> decisions, Map<String, String> printed) implements ClauseText.Filler {

        @Override
        public String slot(String name) {
            return printed.getOrDefault(name, Placeholder.of(name));
        }

        @Override
        public boolean isSet(String flag) {
            return decisions.get(flag) instanceof Flag(boolean set) && set;
        }

        @Override
        public int count(String rows) {
            return decisions.get(rows) instanceof Quantity quantity
                    ? quantity.number().intValueExact()
                    : 1;
        }
    }

    private static List<String> decided(ClauseText text) {
        TreeSet<String> names = new TreeSet<>(text.flagNames());
        names.addAll(text.rowNames());
        return List.copyOf(names);
    }

    private static List<SlotValue> choices(String name, Map<String, Slot> slots) {
        Slot slot = slots.get(name);
        if (slot == null || slot.type() != SlotType.ROWS) {
            return List.of(new Flag(false), new Flag(true));
        }
        List<SlotValue> counts = new ArrayList<>();
        for (int count = slot.minRows(); count <= slot.maxRows(); count++) {
            counts.add(Quantity.count(count));
        }
        return counts;
    }
}
