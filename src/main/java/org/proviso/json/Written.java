package org.proviso.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.library.ValueTexts;

/// How values of the library are written in JSON: a flag as a boolean, rows as an array of
/// objects, every other value as a string; a request may send them back.
public record Written(SlotFormat format) {

    public Object value(Slot slot, SlotValue value) {
        return value instanceof SlotValue.Flag(boolean set) ? set : format.write(slot, value);
    }

    public @Nullable Object optionalValue(Slot slot, @Nullable SlotValue value) {
        return value == null ? null : value(slot, value);
    }

    /// Values by name as a request may send them: rows as an array of objects.
    ///
    /// @param values of rows, the count and every cell
    public SortedMap<String, Object> values(Function<String, @Nullable Slot> slots, Map<String, SlotValue> values) {
        SortedMap<String, Object> written = new TreeMap<>();
        values.forEach((name, value) -> {
            Slot slot = slots.apply(name);
            if (slot != null && name.equals(ValueTexts.slotOf(name)) && Slot.referenced(name) == null) {
                written.put(name, slot.type() == SlotType.ROWS ? rows(slot, value, slots, values) : value(slot, value));
            }
        });
        return written;
    }

    private List<Map<String, Object>> rows(
            Slot rows, SlotValue count, Function<String, @Nullable Slot> slots, Map<String, SlotValue> values) {
        List<Map<String, Object>> written = new ArrayList<>();
        int last = count instanceof Quantity quantity ? quantity.number().intValueExact() : 0;
        for (int row = 1; row <= last; row++) {
            SortedMap<String, Object> cells = new TreeMap<>();
            for (String column : rows.columns().keySet()) {
                String name = Slot.inRow(rows.name(), row, column);
                Slot cell = slots.apply(name);
                SlotValue value = values.get(name);
                if (cell != null && value != null) {
                    cells.put(column, value(cell, value));
                }
            }
            written.add(cells);
        }
        return written;
    }

    /// The values of a clause's slots.
    public SortedMap<String, Object> values(ClauseVersion clause, Map<String, SlotValue> values) {
        return values(clause::slot, values);
    }

    public static List<String> strings(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
