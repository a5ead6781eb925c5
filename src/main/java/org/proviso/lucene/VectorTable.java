package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;

/// The vectors of numbered texts in memory; equal texts have equal vectors.
///
/// Scores are cosines after the [Projection], for which a length is kept for each vector.
final class VectorTable {

    /// Makes the score of a text of the cosine after the projection.
    interface Scoring {

        double of(int number, double cosine);

        /// What no text with this cosine scores above, known without looking at the text.
        double atMost(double cosine);
    }

    private static final int NONE = -1;

    /// How many vectors a block has. A scan holds the sums of one in the fastest memory.
    static final int BLOCK = 1024;

    /// Below this another thread costs more than it saves.
    static final int LEAST_FOR_A_THREAD = 8;

    private final List<VectorKey> keys;
    private final Projection projection;
    private final Map<VectorKey, Integer> first = new HashMap<>();
    /// The next number with the same key, or [#NONE].
    private final int[] next;
    private final VectorBlock[] blocks;
    /// Blocks are read by many threads or written by one.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile int present;

    /// @param keys of the texts, by number
    VectorTable(List<VectorKey> keys, Projection projection) {
        this.keys = List.copyOf(keys);
        this.projection = projection;
        this.next = new int[keys.size()];
        this.blocks = new VectorBlock[(keys.size() + BLOCK - 1) / BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new VectorBlock(Math.min(BLOCK, keys.size() - i * BLOCK), projection.dimensions());
        }
        for (int number = keys.size() - 1; number >= 0; number--) {
            Integer later = first.put(keys.get(number), number);
            next[number] = later == null ? NONE : later;
        }
    }

    /// How many texts there are.
    int size() {
        return keys.size();
    }

    /// What their vectors are stored under.
    Set<VectorKey> keys() {
        return first.keySet();
    }

    VectorKey key(int number) {
        return keys.get(number);
    }

    /// Gives every text its vector whose key is among these; other keys are ignored. One thread at a time. A vector
    /// is spread over its block, so they are put in turn: neighbours share memory.
    void put(Map<VectorKey, QuantizedVector> byKey) {
        List<Placed> placed = byKey.entrySet().parallelStream()
                .filter(entry -> first.containsKey(entry.getKey()))
                .map(entry -> new Placed(
                        first.getOrDefault(entry.getKey(), NONE),
                        entry.getValue(),
                        projection.length(entry.getValue().floats())))
                .sorted(Comparator.comparingInt(Placed::first))
                .toList();
        lock.writeLock().lock();
        try {
            // Counted here, not by looking at every text: that would be done again with every batch.
            int counted = present;
            for (Placed vector : placed) {
                for (int at = vector.first(); at != NONE; at = next[at]) {
                    counted += has(at) ? 0 : 1;
                    blocks[at / BLOCK].put(at % BLOCK, vector.vector(), vector.mappedLength());
                }
            }
            present = counted;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// A vector on its way to its places.
    ///
    /// @param first of them
    private record Placed(int first, QuantizedVector vector, float mappedLength) {}

    /// The vectors that there are under some of these keys.
    Map<VectorKey, QuantizedVector> of(Set<VectorKey> keys) {
        return reading(() -> {
            Map<VectorKey, QuantizedVector> found = new HashMap<>();
            for (VectorKey key : keys) {
                Integer number = first.get(key);
                QuantizedVector vector = number == null ? null : vector(number);
                if (vector != null) {
                    found.put(key, vector);
                }
            }
            return found;
        });
    }

    /// The vector of a text, as the model made it; null without one.
    @Nullable
    QuantizedVector of(int number) {
        return reading(() -> vector(number));
    }

    /// The keys of the texts without a vector.
    Set<VectorKey> missingKeys() {
        return missing().stream().map(this::key).collect(Collectors.toSet());
    }

    /// How many texts have their vector.
    int present() {
        return present;
    }

    /// The cosine of a question and a text after the projection; null without a vector.
    @Nullable
    Double cosine(MappedQuery query, int number) {
        return reading(() -> has(number) ? blocks[number / BLOCK].cosine(query, number % BLOCK) : null);
    }

    /// The same of every text, by number; -1 without a vector.
    double[] cosines(MappedQuery query) {
        double[] all = new double[size()];
        return reading(() -> {
            for (int i = 0; i < blocks.length; i++) {
                double[] cosines = blocks[i].cosines(query);
                for (int place = 0; place < cosines.length; place++) {
                    all[i * BLOCK + place] = blocks[i].has(place) ? cosines[place] : -1;
                }
            }
            return all;
        });
    }

    /// The best `k` of the accepted texts, by comparing every one.
    ///
    /// @param ids by number, ascending as the numbers are
    List<Hit> nearest(
            MappedQuery query, FixedBitSet accepted, int k, Scoring scoring, IntFunction<ClauseVersionId> ids) {
        int threads = Math.clamp(
                blocks.length / LEAST_FOR_A_THREAD, 1, Runtime.getRuntime().availableProcessors());
        return reading(() -> IntStream.range(0, threads)
                .parallel()
                .mapToObj(thread -> {
                    PriorityQueue<Hit> best = new PriorityQueue<>(SearchIndex.ORDER.reversed());
                    int until = blocks.length * (thread + 1) / threads;
                    for (int i = blocks.length * thread / threads; i < until; i++) {
                        offer(i, query, accepted, best, k, scoring, ids);
                    }
                    return best;
                })
                .flatMap(Collection::stream)
                .sorted(SearchIndex.ORDER)
                .limit(k)
                .toList());
    }

    /// Offers what is accepted of a block.
    private void offer(
            int block,
            MappedQuery query,
            FixedBitSet accepted,
            PriorityQueue<Hit> best,
            int k,
            Scoring scoring,
            IntFunction<ClauseVersionId> ids) {
        int begin = block * BLOCK;
        int end = Math.min(begin + BLOCK, size());
        int number = accepted.nextSetBit(begin, end);
        if (number == DocIdSetIterator.NO_MORE_DOCS) {
            return;
        }
        double[] cosines = blocks[block].cosines(query);
        while (number != DocIdSetIterator.NO_MORE_DOCS) {
            double cosine = cosines[number - begin];
            if (has(number) && mayEnter(best, k, scoring.atMost(cosine))) {
                offer(number, scoring.of(number, cosine), best, k, ids);
            }
            number = number + 1 < end ? accepted.nextSetBit(number + 1, end) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    /// Numbers come ascending: of equal scores the earlier one stays.
    private static void offer(
            int number, double score, PriorityQueue<Hit> best, int k, IntFunction<ClauseVersionId> ids) {
        if (mayEnter(best, k, score)) {
            if (best.size() == k) {
                best.remove();
            }
            best.add(new Hit(ids.apply(number), score));
        }
    }

    private static boolean mayEnter(PriorityQueue<Hit> best, int k, double score) {
        return best.size() < k || (k > 0 && score > best.element().score());
    }

    List<Integer> missing() {
        return reading(() -> {
            List<Integer> missing = new ArrayList<>();
            for (int number = 0; number < size(); number++) {
                if (!has(number)) {
                    missing.add(number);
                }
            }
            return missing;
        });
    }

    private @Nullable QuantizedVector vector(int number) {
        return blocks[number / BLOCK].get(number % BLOCK);
    }

    private boolean has(int number) {
        return blocks[number / BLOCK].has(number % BLOCK);
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
