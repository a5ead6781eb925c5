package org.proviso.retrieval;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;

/// Gives every clause of an index its vector, batch by batch, in the background.
///
/// Only what is missing is embedded, so an interrupted run goes on where it stopped; a text that several clauses have
/// is embedded once. Close it before the index.
public final class VectorIndexer implements Closeable {

    /// How many texts are embedded and kept in one step: what an interruption can cost, at most. Keeping costs the
    /// same for few as for many, and the cores wait for each other once in a batch.
    static final int BATCH_SIZE = 64;

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
            Iterator<Runnable> batches = batches();
            boolean more = true;
            while (more) {
                more = next(batches);
            }
        } catch (RuntimeException | LinkageError e) {
            state = State.FAILED;
            LOG.log(Level.WARNING, "event=vectors.failed model=" + embedder.modelId() + " reason=" + e);
        }
    }

    /// What is to be done: clauses first, for progress counts them.
    private Iterator<Runnable> batches() {
        batch.lock();
        try {
            if (closed) {
                return Collections.emptyIterator();
            }
            List<Runnable> batches = new ArrayList<>();
            inBatches(sameTexts(), clauses -> batches.add(() -> embed(clauses)));
            inBatches(index.questionsWithoutVector(), questions -> batches.add(() -> embedQuestions(questions)));
            return batches.iterator();
        } finally {
            batch.unlock();
        }
    }

    /// The clauses without a vector, those with the same text together, in the order of their first.
    private List<Clauses> sameTexts() {
        Map<String, Clauses> byText = new LinkedHashMap<>();
        for (ClauseVersionId id : index.withoutVector()) {
            byText.computeIfAbsent(text(id), _ -> new Clauses(new ArrayList<>()))
                    .ids()
                    .add(id);
        }
        return List.copyOf(byText.values());
    }

    private static <T> void inBatches(List<T> all, Consumer<List<T>> consumer) {
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            consumer.accept(all.subList(from, Math.min(from + BATCH_SIZE, all.size())));
        }
    }

    /// Does one batch, if there is one, and tells whether another is to follow.
    private boolean next(Iterator<Runnable> batches) {
        batch.lock();
        try {
            if (closed) {
                return false;
            }
            if (batches.hasNext()) {
                batches.next().run();
            }
            IndexProgress progress = index.progress();
            if (progress.complete()) {
                state = State.COMPLETE;
            }
            LOG.log(
                    Level.INFO,
                    "event=vectors.progress root=" + progress.root() + " vectors=" + progress.vectors() + " texts="
                            + progress.texts());
            listener.accept(progress);
            return batches.hasNext();
        } finally {
            batch.unlock();
        }
    }

    private void embed(List<Clauses> clauses) {
        List<Embedding> embedded = embedded(
                clauses.stream().map(same -> text(same.ids().getFirst())).toList());
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        Map<ClauseVersionId, float[]> tokens = new HashMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            for (ClauseVersionId id : clauses.get(i).ids()) {
                vectors.put(id, embedded.get(i).vector());
                tokens.put(id, embedded.get(i).tokens());
            }
        }
        if (index.keepsTokens()) {
            index.addTokens(tokens);
        }
        index.addVectors(vectors);
    }

    private void embedQuestions(List<String> questions) {
        List<Embedding> embedded = embedded(questions);
        Map<String, float[]> vectors = new HashMap<>();
        Map<String, float[]> tokens = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            vectors.put(questions.get(i), embedded.get(i).vector());
            tokens.put(questions.get(i), embedded.get(i).tokens());
        }
        if (index.keepsTokens()) {
            index.addQuestionTokens(tokens);
        }
        index.addQuestionVectors(vectors);
    }

    private List<Embedding> embedded(List<String> texts) {
        return index.keepsTokens()
                ? embedder.embedWithTokens(texts)
                : embedder.embedAll(texts).stream()
                        .map(vector -> new Embedding(vector, new float[0]))
                        .toList();
    }

    private String text(ClauseVersionId id) {
        return ClauseProse.embedded(snapshot.clause(id).orElseThrow());
    }

    /// Clauses with the same embedded text. The text itself is made again when its turn comes: those of a large
    /// library need not all be held until the last is embedded.
    private record Clauses(List<ClauseVersionId> ids) {}

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
