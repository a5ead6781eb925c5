package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.proviso.lucene.StoredTokens.Visitor;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.TokenProjection;

/// The tokens of the texts of one library: in the folder of the index, and in memory where they cannot be kept there.
///
/// They are read once all are there; until then it is only known which are. One thread at a time adds.
final class TokenTable implements Closeable {

    /// How many bytes of tokens are held where they cannot be kept on disk; with more there is no late interaction.
    private static final long MOST_IN_MEMORY = 128L << 20;

    private static final String TOKENS = "tokens";
    private static final Logger LOG = System.getLogger(TokenTable.class.getName());

    private final TokenProjection projection;
    private final Set<VectorKey> wanted;
    private final Set<VectorKey> present = ConcurrentHashMap.newKeySet();
    private final Map<VectorKey, byte[]> memory = new ConcurrentHashMap<>();
    private final @Nullable TokenStore store;
    /// Whether new tokens can be kept in the store.
    private boolean writable;

    private final long mostInMemory;
    private long inMemory;

    private volatile @Nullable StoredTokens stored;
    private volatile boolean complete;
    private volatile boolean givenUp;

    /// Finds what the folder has for some texts.
    TokenTable(
            IndexFolder folder,
            ClauseSchema schema,
            String modelId,
            TokenProjection projection,
            Set<VectorKey> wanted) {
        this(folder, schema, modelId, projection, wanted, MOST_IN_MEMORY);
    }

    /// @param mostInMemory how many bytes are held where they cannot be kept on disk
    TokenTable(
            IndexFolder folder,
            ClauseSchema schema,
            String modelId,
            TokenProjection projection,
            Set<VectorKey> wanted,
            long mostInMemory) {
        this.mostInMemory = mostInMemory;
        this.projection = projection;
        this.wanted = Set.copyOf(wanted);
        Optional<Directory> directory = folder.part(TOKENS);
        store = directory.isEmpty() ? null : new TokenStore(directory.get(), schema, modelId, projection);
        writable = store != null && folder.writable();
        reopen();
        complete = present.size() == this.wanted.size();
    }

    private void reopen() {
        present.clear();
        if (store != null) {
            try {
                StoredTokens found = store.open(wanted);
                replace(found);
                found.keys().stream().filter(wanted::contains).forEach(present::add);
            } catch (IOException e) {
                replace(null);
                LOG.log(Level.INFO, "event=tokens.none reason=" + e.getMessage());
            }
        }
        present.addAll(memory.keySet());
    }

    private void replace(@Nullable StoredTokens next) {
        StoredTokens last = stored;
        stored = next;
        if (last != null) {
            last.close();
        }
    }

    TokenProjection projection() {
        return projection;
    }

    /// Whether a text needs nothing any more.
    boolean has(VectorKey key) {
        return givenUp || present.contains(key);
    }

    /// Whether there is too much that could not be kept, so that tokens are not asked for any more.
    boolean givenUp() {
        return givenUp;
    }

    /// How many of numbered texts have their tokens.
    int count(VectorTable texts) {
        return (int) IntStream.range(0, texts.size())
                .filter(number -> has(texts.key(number)))
                .count();
    }

    /// Whether all texts have their tokens, and can be compared.
    boolean complete() {
        return complete;
    }

    /// Adds the tokens of texts and keeps them, on disk in one commit if they can be kept there.
    void put(Map<VectorKey, byte[]> tokens) {
        if (tokens.isEmpty() || givenUp || complete) {
            return;
        }
        if (!keep(tokens) && !hold(tokens)) {
            return;
        }
        present.addAll(tokens.keySet());
        if (present.size() == wanted.size()) {
            if (!memory.keySet().containsAll(wanted)) {
                reopen();
            }
            complete = present.size() == wanted.size();
        }
    }

    private boolean keep(Map<VectorKey, byte[]> tokens) {
        if (store == null || !writable) {
            return false;
        }
        try {
            store.append(tokens);
            return true;
        } catch (IOException e) {
            writable = false;
            LOG.log(Level.WARNING, "event=tokens.not-kept", e);
            return false;
        }
    }

    private boolean hold(Map<VectorKey, byte[]> tokens) {
        inMemory += tokens.values().stream().mapToLong(its -> its.length).sum();
        if (inMemory > mostInMemory) {
            givenUp = true;
            memory.clear();
            LOG.log(Level.WARNING, "event=tokens.given-up most-bytes-in-memory=" + mostInMemory);
            return false;
        }
        memory.putAll(tokens);
        return true;
    }

    /// Hands the store over; what comes now is held in memory. True if it could be written.
    boolean handOver() {
        boolean was = writable;
        writable = false;
        return was;
    }

    /// Takes back what was handed over.
    void takeBack(boolean was) {
        writable = was;
    }

    /// What is in memory only, of some keys.
    Map<VectorKey, byte[]> inMemory(Collection<VectorKey> keys) {
        Map<VectorKey, byte[]> found = new HashMap<>(memory);
        found.keySet().retainAll(keys);
        return found;
    }

    /// The keys of the texts without tokens.
    List<VectorKey> missing() {
        return wanted.stream().filter(key -> !has(key)).toList();
    }

    /// How near the texts under some keys are to a question. Every core compares its share.
    ///
    /// @param question the vectors of its tokens, as the model made them
    /// @throws IllegalStateException if not all texts have tokens
    Map<VectorKey, Double> scores(float[] question, Collection<VectorKey> keys) {
        requireComplete();
        float[] mapped = projection.query(question);
        List<VectorKey> all = List.copyOf(keys);
        int shares = Math.clamp(all.size(), 1, Runtime.getRuntime().availableProcessors());
        Map<VectorKey, Double> scores = new ConcurrentHashMap<>();
        IntStream.range(0, shares).parallel().forEach(share -> {
            MaxSim asked = new MaxSim(mapped, projection.to());
            try (MaxSim.Batch<VectorKey> batch = asked.new Batch<>(scores::put)) {
                visit(all.subList(all.size() * share / shares, all.size() * (share + 1) / shares), batch::add);
            }
        });
        return scores;
    }

    /// Where each of the texts under some keys is nearest, likewise.
    Map<VectorKey, List<MaxSim.Nearest>> nearest(float[] question, Collection<VectorKey> keys) {
        requireComplete();
        MaxSim asked = new MaxSim(projection.query(question), projection.to());
        Map<VectorKey, List<MaxSim.Nearest>> nearest = new HashMap<>();
        visit(List.copyOf(keys), (key, bytes, begin, length) -> nearest.put(key, asked.nearest(bytes, begin, length)));
        return nearest;
    }

    private void requireComplete() {
        if (!complete) {
            throw new IllegalStateException("Tokens are missing; late interaction has to wait for them.");
        }
    }

    private void visit(List<VectorKey> keys, Visitor visitor) {
        List<VectorKey> onDisk = new ArrayList<>();
        for (VectorKey key : keys) {
            byte[] held = memory.get(key);
            if (held == null) {
                onDisk.add(key);
            } else {
                visitor.text(key, held, 0, held.length);
            }
        }
        StoredTokens its = stored;
        if (its != null && !onDisk.isEmpty()) {
            its.visit(onDisk, visitor);
        }
    }

    @Override
    public void close() {
        StoredTokens its = stored;
        if (its != null) {
            its.close();
        }
    }
}
