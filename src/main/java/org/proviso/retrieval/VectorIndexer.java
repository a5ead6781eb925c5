package org.proviso.retrieval;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;

/// Gives every clause of an index its vector, batch by batch, in the background.
///
/// Only what is missing is embedded, so an interrupted run goes on where it stopped. Close it before the index.
public final class VectorIndexer implements Closeable {

    /// What is embedded and kept in one step: what an interruption can cost, at most.
    static final int BATCH_SIZE = 16;

    public enum State {
        /// Not started.
        WAITING,
        RUNNING,
        /// Every clause has its vector.
        COMPLETE,
        /// The embedder or the index failed; searches go by words alone. The log says why.
        FAILED,
        /// Closed before it was complete.
        CANCELLED
    }

    private static final Logger LOG = System.getLogger(VectorIndexer.class.getName());

    private final LibrarySnapshot snapshot;
    private final SearchIndex index;
    private final Embedder embedder;
    private final Executor executor;
    private final Consumer<IndexProgress> listener;
    /// Held while a batch is under way, so that `close` returns between batches.
    private final ReentrantLock batch = new ReentrantLock();

    private volatile State state = State.WAITING;
    private volatile boolean closed;

    /// @param executor where the work runs, as one task
    /// @param listener told after every batch, and once if nothing is missing, on the executor's thread
    public VectorIndexer(
            LibrarySnapshot snapshot,
            SearchIndex index,
            Embedder embedder,
            Executor executor,
            Consumer<IndexProgress> listener) {
        this.snapshot = snapshot;
        this.index = index;
        this.embedder = embedder;
        this.executor = executor;
        this.listener = listener;
    }

    /// Begins; once.
    ///
    /// @throws IllegalStateException if it has begun before
    public void start() {
        batch.lock();
        try {
            if (state != State.WAITING) {
                throw new IllegalStateException("The vector indexer is " + state + "; make a new one to begin again.");
            }
            state = State.RUNNING;
        } finally {
            batch.unlock();
        }
        executor.execute(this::run);
    }

    public State state() {
        return state;
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = next();
            }
        } catch (RuntimeException | LinkageError e) {
            state = State.FAILED;
            LOG.log(Level.WARNING, "event=vectors.failed model=" + embedder.modelId() + " reason=" + e);
        }
    }

    /// Does one batch and tells whether another is to follow.
    private boolean next() {
        batch.lock();
        try {
            if (closed) {
                return false;
            }
            List<ClauseVersionId> missing = index.withoutVector();
            if (!missing.isEmpty()) {
                embed(missing.subList(0, Math.min(BATCH_SIZE, missing.size())));
            }
            IndexProgress progress = index.progress();
            if (progress.ready()) {
                state = State.COMPLETE;
            }
            LOG.log(
                    Level.INFO,
                    "event=vectors.progress root=" + progress.root() + " vectors=" + progress.vectors() + " clauses="
                            + progress.clauses());
            listener.accept(progress);
            return !progress.ready();
        } finally {
            batch.unlock();
        }
    }

    private void embed(List<ClauseVersionId> ids) {
        List<String> texts = ids.stream()
                .map(id -> ClauseProse.embedded(snapshot.clause(id).orElseThrow()))
                .toList();
        List<float[]> embedded = embedder.embedAll(texts);
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            vectors.put(ids.get(i), embedded.get(i));
        }
        index.addVectors(vectors);
    }

    /// Stops after the batch that is under way and waits for it.
    @Override
    public void close() {
        closed = true;
        batch.lock();
        try {
            if (state == State.WAITING || state == State.RUNNING) {
                state = State.CANCELLED;
            }
        } finally {
            batch.unlock();
        }
    }
}
