package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;

/// The vectors of a snapshot in memory, by ordinal; clauses with the same embedded text share one.
final class VectorTable {

    private final Ordinals ordinals;
    private final Map<String, List<Integer>> byKey = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final AtomicReferenceArray<float @Nullable []> vectors;
    private volatile int present;

    VectorTable(Ordinals ordinals) {
        this.ordinals = ordinals;
        this.vectors = new AtomicReferenceArray<>(ordinals.size());
        for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
            String key = VectorKey.of(ordinals.clauses().get(ordinal));
            keys.add(key);
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(ordinal);
        }
    }

    /// What the vectors of this snapshot are stored under.
    Set<String> keys() {
        return byKey.keySet();
    }

    String key(int ordinal) {
        return keys.get(ordinal);
    }

    /// Gives every clause its vector whose key is among these; other keys are ignored. One thread at a time.
    void put(Map<String, float[]> byKey) {
        // Counted here, not by looking at every clause: that would be done again with every batch.
        int counted = present;
        for (Map.Entry<String, float[]> entry : byKey.entrySet()) {
            for (int ordinal : this.byKey.getOrDefault(entry.getKey(), List.of())) {
                if (vectors.getAndSet(ordinal, entry.getValue()) == null) {
                    counted++;
                }
            }
        }
        present = counted;
    }

    /// The vectors that there are under some of these keys.
    Map<String, float[]> of(Set<String> keys) {
        Map<String, float[]> found = new HashMap<>();
        for (String key : keys) {
            float @Nullable [] vector =
                    byKey.containsKey(key) ? vectors.get(byKey.get(key).getFirst()) : null;
            if (vector != null) {
                found.put(key, vector);
            }
        }
        return found;
    }

    /// The keys of the clauses without a vector.
    Set<String> missingKeys() {
        return missing().stream().map(this::key).collect(Collectors.toSet());
    }

    /// How many clauses have their vector.
    int present() {
        return present;
    }

    @Nullable
    Double cosine(float[] query, int ordinal) {
        float @Nullable [] vector = vectors.get(ordinal);
        return vector == null ? null : Math.clamp((double) VectorUtil.dotProduct(query, vector), -1.0, 1.0);
    }

    /// The best `k` of the accepted clauses, by comparing every one.
    List<Hit> nearest(float[] query, FixedBitSet accepted, int k) {
        Comparator<Hit> worstFirst = SearchIndex.ORDER.reversed();
        PriorityQueue<Hit> best = new PriorityQueue<>(worstFirst);
        for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
            Double cosine = accepted.get(ordinal) ? cosine(query, ordinal) : null;
            if (cosine != null) {
                best.add(new Hit(ordinals.id(ordinal), cosine));
                if (best.size() > k) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(SearchIndex.ORDER).toList();
    }

    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
            if (vectors.get(ordinal) == null) {
                missing.add(ordinal);
            }
        }
        return missing;
    }
}
