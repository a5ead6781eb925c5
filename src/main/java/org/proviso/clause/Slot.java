package org.proviso.clause;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.SlotValue.Quantity;

/// A typed gap in a clause.
///
/// @param ask the question that asks the user for the value; empty if the library has none
/// @param defaultValue the library's own value, used when the user gives none
/// @param min the smallest value allowed, for types that are bounded; of rows, the fewest
/// @param max the largest value allowed; of rows, the most
/// @param maxWords the most words a `text` may have
/// @param choices what a `choice` may be, in the order in which they are offered; empty for other types
/// @param columns the slots of each of the `rows`, by name; empty for other types
public record Slot(
        String name,
        SlotType type,
        String ask,
        @Nullable SlotValue defaultValue,
        @Nullable SlotValue min,
        @Nullable SlotValue max,
        int maxWords,
        List<String> choices,
        SortedMap<String, Slot> columns) {

    /// Words in a `text` when the clause states no maximum.
    public static final int DEFAULT_MAX_WORDS = 25;

    /// No clause has more rows of one kind.
    public static final int MAX_ROWS = 50;

    private static final String REFERENCE = "ref:";

    public Slot {
        if (!Placeholder.PATTERN.matcher(Placeholder.of(name)).matches()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(name) + "\" is not a slot's name.");
        }
        choices = List.copyOf(choices);
        columns = columns.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        if (maxWords < 1 || maxWords > 40) {
            throw new IllegalArgumentException("max-words of slot " + name + " is " + maxWords + ", not 1 to 40.");
        }
    }

    /// A slot without default, bounds or choices.
    public static Slot of(String name, SlotType type) {
        return new Slot(name, type, "", null, null, null, DEFAULT_MAX_WORDS, List.of(), Collections.emptySortedMap());
    }

    /// The name of a column in a row, counted from 1, such as `fees[2].amount`.
    public static String inRow(String rows, int row, String column) {
        return rows + "[" + row + "]." + column;
    }

    /// The name under which the label of a clause of `family` is bound, such as `ref:confidentiality.use`.
    public static String reference(FamilyId family) {
        return REFERENCE + family;
    }

    /// The family that a bound name refers to; null if the name is that of a slot.
    public static @Nullable FamilyId referenced(String name) {
        return name.startsWith(REFERENCE) ? new FamilyId(name.substring(REFERENCE.length())) : null;
    }

    public Slot withName(String other) {
        return new Slot(other, type, ask, defaultValue, min, max, maxWords, choices, columns);
    }

    /// The fewest rows, 1 unless the slot says otherwise.
    public int minRows() {
        return min instanceof Quantity quantity ? quantity.number().intValueExact() : 1;
    }

    /// The most rows.
    public int maxRows() {
        return max instanceof Quantity quantity ? quantity.number().intValueExact() : MAX_ROWS;
    }
}
