package org.proviso.library;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps one copy of values that many clauses of a library have, such as a category or a licence.
final class SharedValues {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /// The first of all equal values that came by.
    @SuppressWarnings("unchecked") // equal values of one class only: records, strings and lists of them
    <T> T share(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
