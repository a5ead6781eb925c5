package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;

/// The vectors of a snapshot in memory, by ordinal; clauses with the same embedded text share one.
final class VectorTable {

    private static final int NONE = -1;

    /// How many vectors a block has. A scan holds the sums of one in the fastest memory.
    private static final int BLOCK = 1024;

    private final Ordinals ordinals;
    private final List<VectorKey> keys;
    private final Map<VectorKey, Integer> first = new HashMap<>();
    /// The next ordinal with the same key, or [#NONE].
    private final int[] next;
    private final VectorBlock[] blocks;
    /// Blocks are read by many threads or written by one.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile int present;

    VectorTable(Ordinals ordinals, int dimensions) {
        this.ordinals = ordinals;
        this.keys = ordinals.clauses().stream().map(VectorKey::of).toList();
        this.next = new int[ordinals.size()];
        this.blocks = new VectorBlock[(ordinals.size() + BLOCK - 1) / BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new VectorBlock(Math.min(BLOCK, ordinals.size() - i * BLOCK), dimensions);
        }
        for (int ordinal = ordinals.size() - 1; ordinal >= 0; ordinal--) {
            Integer later = first.put(keys.get(ordinal), ordinal);
            next[ordinal] = later == null ? NONE : later;
        }
    }

    /// What the vectors of this snapshot are stored under.
    Set<VectorKey> keys() {
        return first.keySet();
    }

    VectorKey key(int ordinal) {
        return keys.get(ordinal);
    }

    /// Gives every clause its vector whose key is among these; other keys are ignored. One thread at a time.
    void put(Map<VectorKey, QuantizedVector> byKey) {
        lock.writeLock().lock();
        try {
            // Counted here, not by looking at every clause: that would be done again with every batch.
            int counted = present;
            for (Map.Entry<VectorKey, QuantizedVector> entry : byKey.entrySet()) {
                for (int at = first.getOrDefault(entry.getKey(), NONE); at != NONE; at = next[at]) {
                    counted += has(at) ? 0 : 1;
                    blocks[at / BLOCK].put(at % BLOCK, entry.getValue());
                }
            }
            present = counted;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The vectors that there are under some of these keys.
    Map<VectorKey, QuantizedVector> of(Set<VectorKey> keys) {
        return reading(() -> {
            Map<VectorKey, QuantizedVector> found = new HashMap<>();
            for (VectorKey key : keys) {
                Integer ordinal = first.get(key);
                QuantizedVector vector = ordinal == null ? null : blocks[ordinal / BLOCK].get(ordinal % BLOCK);
                if (vector != null) {
                    found.put(key, vector);
                }
            }
            return found;
        });
    }

    /// The keys of the clauses without a vector.
    Set<VectorKey> missingKeys() {
        return missing().stream().map(this::key).collect(Collectors.toSet());
    }

    /// How many clauses have their vector.
    int present() {
        return present;
    }

    /// The cosine of each of these clauses that has a vector.
    Map<ClauseVersionId, Double> cosines(QuantizedVector query, Collection<ClauseVersionId> clauses) {
        Map<ClauseVersionId, Double> cosines = new HashMap<>();
        return reading(() -> {
            for (ClauseVersionId clause : clauses) {
                int ordinal = ordinals.of(clause);
                QuantizedVector vector = blocks[ordinal / BLOCK].get(ordinal % BLOCK);
                if (vector != null) {
                    cosines.put(clause, query.cosine(vector));
                }
            }
            return cosines;
        });
    }

    /// The best `k` of the accepted clauses, by comparing every one.
    List<Hit> nearest(QuantizedVector query, FixedBitSet accepted, int k) {
        PriorityQueue<Hit> best = new PriorityQueue<>(SearchIndex.ORDER.reversed());
        return reading(() -> {
            for (int i = 0; i < blocks.length; i++) {
                int begin = i * BLOCK;
                int end = Math.min(begin + BLOCK, ordinals.size());
                int ordinal = accepted.nextSetBit(begin, end);
                if (ordinal != DocIdSetIterator.NO_MORE_DOCS) {
                    double[] cosines = blocks[i].cosines(query);
                    while (ordinal != DocIdSetIterator.NO_MORE_DOCS) {
                        if (has(ordinal)) {
                            offer(ordinal, cosines[ordinal - begin], best, k);
                        }
                        ordinal = ordinal + 1 < end
                                ? accepted.nextSetBit(ordinal + 1, end)
                                : DocIdSetIterator.NO_MORE_DOCS;
                    }
                }
            }
            return best.stream().sorted(SearchIndex.ORDER).toList();
        });
    }

    /// Ordinals come ascending: of equal cosines the earlier one stays.
    private void offer(int ordinal, double cosine, PriorityQueue<Hit> best, int k) {
        if (best.size() < k) {
            best.add(new Hit(ordinals.id(ordinal), cosine));
        } else if (cosine > best.element().score()) {
            best.remove();
            best.add(new Hit(ordinals.id(ordinal), cosine));
        }
    }

    List<Integer> missing() {
        return reading(() -> {
            List<Integer> missing = new ArrayList<>();
            for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
                if (!has(ordinal)) {
                    missing.add(ordinal);
                }
            }
            return missing;
        });
    }

    private boolean has(int ordinal) {
        return blocks[ordinal / BLOCK].has(ordinal % BLOCK);
    }

    private <T> T reading(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
