package org.proviso.app;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.proviso.answering.AnsweringChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.onnx.MiniLmEmbedder;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.VectorIndexer;

/// An index opened for a library, with what searches it.
final class Workspace implements AutoCloseable {

    private final LuceneClauseIndex index;
    private final VectorIndexer indexer;
    private final Retriever retriever;
    private final AnsweringChain answering;

    /// Opens the index below `data` and begins to embed what has no vector yet.
    ///
    /// @param executor where the embedding runs
    /// @param progress told after every batch
    Workspace(LibrarySnapshot library, Path data, Executor executor, Consumer<IndexProgress> progress) {
        MiniLmEmbedder embedder = new MiniLmEmbedder();
        index = LuceneClauseIndex.open(data.resolve("index"), library, embedder.modelId(), embedder.dimensions());
        indexer = new VectorIndexer(library, index, embedder, executor, progress);
        indexer.start();
        retriever = new Retriever(library, index, embedder);
        answering = new AnsweringChain(library, retriever);
    }

    Retriever retriever() {
        return retriever;
    }

    AnsweringChain answering() {
        return answering;
    }

    IndexProgress progress() {
        return index.progress();
    }

    VectorIndexer.State indexing() {
        return indexer.state();
    }

    @Override
    public void close() {
        indexer.close();
        index.close();
    }
}
