package org.proviso.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;

/// Values that any slot takes, made of its declaration, as a request writes them.
public final class SampleValues {

    private static final List<String> NAMES = List.of("Acme", "Globex", "Initech", "Umbra", "Hooli", "Vandelay");

    private SampleValues() {}

    /// The value of a slot, or of rows their number and the value of every cell.
    ///
    /// @param flags what every flag is
    /// @param rows how many rows there are, kept within the slot's bounds
    public static Map<String, String> of(Slot slot, SlotFormat format, boolean flags, int rows) {
        Map<String, String> values = new LinkedHashMap<>();
        if (slot.type() != SlotType.ROWS) {
            values.put(slot.name(), value(slot, format, flags));
            return values;
        }
        int count = Math.max(slot.minRows(), Math.min(rows, slot.maxRows()));
        values.put(slot.name(), String.valueOf(count));
        for (int row = 1; row <= count; row++) {
            for (Slot column : slot.columns().values()) {
                String cell = Slot.inRow(slot.name(), row, column.name());
                values.put(cell, value(column.withName(cell), format, flags));
            }
        }
        return values;
    }

    private static String value(Slot slot, SlotFormat format, boolean flags) {
        String name = NAMES.get(Math.floorMod(slot.name().hashCode(), NAMES.size()));
        return switch (slot.type()) {
            case PARTY -> name + " Limited";
            case PERSON -> "Jane " + name;
            case DATE -> "2026-12-01";
            case DURATION, MONEY, PERCENT, INTEGER -> bounded(slot, format);
            case JURISDICTION -> "US-DE";
            case ADDRESS -> "10 Main Street, Wilmington";
            case EMAIL -> "legal@" + name.toLowerCase(Locale.ROOT) + ".example";
            case CHOICE -> slot.choices().getFirst();
            case FLAG -> String.valueOf(flags);
            case TEXT -> "reviewing " + name + " software";
            case ROWS, LABEL -> throw new IllegalArgumentException(slot.name() + " is a " + slot.type());
        };
    }

    private static String bounded(Slot slot, SlotFormat format) {
        if (slot.min() != null) {
            return format.write(slot, slot.min());
        }
        if (slot.max() != null) {
            return format.write(slot, slot.max());
        }
        return switch (slot.type()) {
            case DURATION -> "30 days";
            case MONEY -> "USD 25000";
            default -> "5";
        };
    }
}
