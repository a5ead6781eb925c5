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

    private static final String TOKENS = "tokens";
    private static final Logger LOG = System.getLogger(TokenTable.class.getName());

    private final TokenProjection projection;
    private final Set<VectorKey> wanted;
    private final Set<VectorKey> present = ConcurrentHashMap.newKeySet();
    private final Map<VectorKey, byte[]> memory = new ConcurrentHashMap<>();
    private final @Nullable TokenStore store;
    /// Whether new tokens can be kept in the store.
    private boolean writable;

    private volatile @Nullable StoredTokens stored;
    private volatile boolean complete;

    /// Finds what the folder has for some texts.
    TokenTable(
            IndexFolder folder,
            ClauseSchema schema,
            String modelId,
            TokenProjection projection,
            Set<VectorKey> wanted) {
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

    boolean has(VectorKey key) {
        return present.contains(key);
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
        if (tokens.isEmpty()) {
            return;
        }
        if (!keep(tokens)) {
            memory.putAll(tokens);
        }
        present.addAll(tokens.keySet());
        if (present.size() == wanted.size() && !complete) {
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

    /// How near the texts under some keys are to a question.
    ///
    /// @param question the vectors of its tokens, as the model made them
    /// @throws IllegalStateException if not all texts have tokens
    Map<VectorKey, Double> scores(float[] question, Set<VectorKey> keys) {
        MaxSim asked = new MaxSim(projection.query(question), projection.to());
        Map<VectorKey, Double> scores = new HashMap<>();
        visit(keys, (key, bytes, begin, length) -> scores.put(key, asked.score(bytes, begin, length)));
        return scores;
    }

    /// Where each of the texts under some keys is nearest.
    Map<VectorKey, List<MaxSim.Nearest>> nearest(float[] question, Set<VectorKey> keys) {
        MaxSim asked = new MaxSim(projection.query(question), projection.to());
        Map<VectorKey, List<MaxSim.Nearest>> nearest = new HashMap<>();
        visit(keys, (key, bytes, begin, length) -> nearest.put(key, asked.nearest(bytes, begin, length)));
        return nearest;
    }

    private void visit(Set<VectorKey> keys, Visitor visitor) {
        if (!complete) {
            throw new IllegalStateException("Tokens are missing; late interaction has to wait for them.");
        }
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
