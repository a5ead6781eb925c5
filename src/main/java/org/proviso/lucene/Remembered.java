package org.proviso.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was found for the keys asked for last, of an index that never changes. Safe for use by many threads.
final class Remembered<K, V> {

    /// Finds what is not remembered; not null.
    @FunctionalInterface
    interface Finder<K, V> {
        V find(K key) throws IOException;
    }

    private final Map<K, V> values;

    /// @param most how many are remembered
    Remembered(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    V of(K key, Finder<K, V> finder) throws IOException {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        // Two threads may both look, to the same end; neither waits for the other.
        V found = finder.find(key);
        synchronized (values) {
            values.put(key, found);
        }
        return found;
    }
}
