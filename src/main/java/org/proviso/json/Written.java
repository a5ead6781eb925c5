package org.proviso.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;

/// How values of the library are written in JSON: a flag as a boolean, every other value as a string that a request may
/// send back.
public record Written(SlotFormat format) {

    public Object value(Slot slot, SlotValue value) {
        return value instanceof SlotValue.Flag(boolean set) ? set : format.write(slot, value);
    }

    public @Nullable Object optionalValue(Slot slot, @Nullable SlotValue value) {
        return value == null ? null : value(slot, value);
    }

    /// The values of a clause's slots.
    public SortedMap<String, Object> values(ClauseVersion clause, Map<String, SlotValue> values) {
        SortedMap<String, Object> written = new TreeMap<>();
        values.forEach((name, value) -> {
            Slot slot = clause.slots().get(name);
            if (slot != null) {
                written.put(name, value(slot, value));
            }
        });
        return written;
    }

    public static List<String> strings(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
