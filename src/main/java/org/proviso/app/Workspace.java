package org.proviso.app;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proviso.answering.AnsweringChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.TokenProjection;
import org.proviso.retrieval.VectorIndexer;

/// An index opened for a library, with what searches it; words are searchable from the start.
///
/// Several holders may share it; it is closed with the last one.
final class Workspace implements AutoCloseable {

    private final LuceneClauseIndex index;
    private final Embedder embedder;
    private final Executor executor;
    private final Consumer<IndexProgress> progress;
    private final VectorIndexer indexer;
    private final Retriever retriever;
    private final AnsweringChain answering;
    private int holders = 1;

    private Workspace(
            LibrarySnapshot library,
            LuceneClauseIndex index,
            Embedder embedder,
            Executor executor,
            Consumer<IndexProgress> progress) {
        this.index = index;
        this.embedder = embedder;
        this.executor = executor;
        this.progress = progress;
        indexer = new VectorIndexer(library, index, embedder, executor, progress);
        retriever = new Retriever(library, index, embedder);
        answering = new AnsweringChain(library, retriever);
    }

    /// Opens the index below `data`.
    ///
    /// @param tokens what tokens are mapped by; null without late interaction
    /// @param executor where the embedding runs
    /// @param progress told after every batch
    static Workspace open(
            LibrarySnapshot library,
            Path data,
            Embedder embedder,
            Projection projection,
            @Nullable TokenProjection tokens,
            Thesaurus thesaurus,
            Executor executor,
            Consumer<IndexProgress> progress) {
        LuceneClauseIndex index = LuceneClauseIndex.open(
                data.resolve("index"), library, embedder.modelId(), projection, tokens, thesaurus);
        return new Workspace(library, index, embedder, executor, progress);
    }

    /// The workspace of the next library in the same folder. This one goes on answering until it is closed.
    Workspace succeededBy(LibrarySnapshot next) {
        return new Workspace(next, index.succeededBy(next), embedder, executor, progress);
    }

    /// One more holder.
    synchronized Workspace share() {
        if (holders == 0) {
            throw new IllegalStateException("The workspace is closed.");
        }
        holders++;
        return this;
    }

    /// Begins to embed what has no vector yet; once.
    void startIndexing() {
        indexer.start();
    }

    /// Embeds no more; waits for the batch that is under way.
    void stopIndexing() {
        indexer.close();
    }

    Retriever retriever() {
        return retriever;
    }

    AnsweringChain answering() {
        return answering;
    }

    LuceneClauseIndex index() {
        return index;
    }

    IndexProgress progress() {
        return index.progress();
    }

    VectorIndexer.State indexing() {
        return indexer.state();
    }

    @Override
    public synchronized void close() {
        if (holders > 0 && --holders == 0) {
            indexer.close();
            index.close();
        }
    }
}
