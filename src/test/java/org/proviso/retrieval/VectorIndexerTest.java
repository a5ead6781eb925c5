package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.VectorIndexer.State;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.ScanningSearchIndex;

class VectorIndexerTest {

    private static final int CLAUSES = 150;
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            IntStream.range(0, CLAUSES)
                    .mapToObj(i -> clause("c" + i + "@1", "Clause number " + i + "."))
                    .toList(),
            List.of());

    private final SearchIndex index = new ScanningSearchIndex(LIBRARY);
    private final CountingEmbedder embedder = new CountingEmbedder();
    private final List<IndexProgress> heard = new ArrayList<>();

    @Test
    void everyClauseGetsItsVectorAndEveryBatchIsReported() {
        VectorIndexer indexer = indexer(Runnable::run);

        indexer.start();

        assertEquals(State.COMPLETE, indexer.state());
        assertTrue(index.progress().ready());
        assertEquals(
                List.of(64, 128, 150),
                heard.stream().map(IndexProgress::vectors).toList());
        assertEquals(CLAUSES, embedder.embedded);
    }

    @Test
    void anInterruptedRunGoesOnWithWhatIsMissing() {
        embedder.failsAfter = 128;
        VectorIndexer interrupted = indexer(Runnable::run);
        interrupted.start();
        assertEquals(State.FAILED, interrupted.state());
        assertEquals(128, index.progress().vectors());
        embedder.failsAfter = Integer.MAX_VALUE;

        VectorIndexer resumed = indexer(Runnable::run);
        resumed.start();

        assertEquals(State.COMPLETE, resumed.state());
        assertEquals(CLAUSES, embedder.embedded);
    }

    @Test
    void aTextThatManyClausesHaveIsEmbeddedOnceAndEachGetsItsVector() {
        LibrarySnapshot repeating = ClauseFixture.snapshot(
                IntStream.range(0, CLAUSES)
                        .mapToObj(i ->
                                clause("c" + i + "@1", "Text " + i % 7 + ".").title("Term"))
                        .toList(),
                List.of());
        SearchIndex repeatingIndex = new ScanningSearchIndex(repeating);

        new VectorIndexer(repeating, repeatingIndex, embedder, Runnable::run, heard::add).start();

        assertEquals(7, embedder.embedded);
        assertEquals(
                List.of(CLAUSES), heard.stream().map(IndexProgress::vectors).toList());
        float[] fourth = new HashEmbedder().embed("Term. Text 4.");
        ClauseVersionId sameText = ClauseVersionId.parse("c144@1");
        assertEquals(1.0, repeatingIndex.cosines(fourth, List.of(sameText)).get(sameText), 1e-6);
    }

    @Test
    void aCompleteIndexIsReportedOnceAndNothingIsEmbedded() {
        indexer(Runnable::run).start();
        heard.clear();
        embedder.embedded = 0;

        indexer(Runnable::run).start();

        assertEquals(
                List.of(CLAUSES), heard.stream().map(IndexProgress::vectors).toList());
        assertEquals(0, embedder.embedded);
    }

    @Test
    void closingStopsAfterTheBatchUnderWay() {
        List<VectorIndexer> toClose = new ArrayList<>();
        VectorIndexer indexer = new VectorIndexer(
                LIBRARY, index, embedder, Runnable::run, _ -> toClose.getFirst().close());
        toClose.add(indexer);

        indexer.start();

        assertEquals(State.CANCELLED, indexer.state());
        assertEquals(VectorIndexer.BATCH_SIZE, index.progress().vectors());
    }

    @Test
    void oneThatIsClosedBeforeItsTurnDoesNothing() {
        Queue<Runnable> later = new ArrayDeque<>();
        VectorIndexer indexer = indexer(later::add);
        indexer.start();
        indexer.close();

        later.remove().run();

        assertEquals(State.CANCELLED, indexer.state());
        assertEquals(0, index.progress().vectors());
    }

    @Test
    void itBeginsOnce() {
        VectorIndexer indexer = indexer(Runnable::run);
        indexer.start();

        assertThrows(IllegalStateException.class, indexer::start);
    }

    private VectorIndexer indexer(Executor executor) {
        return new VectorIndexer(LIBRARY, index, embedder, executor, heard::add);
    }

    private static final class CountingEmbedder implements Embedder {

        private final Embedder embedder = new HashEmbedder();
        private int embedded;
        private int failsAfter = Integer.MAX_VALUE;

        @Override
        public String modelId() {
            return embedder.modelId();
        }

        @Override
        public int dimensions() {
            return embedder.dimensions();
        }

        @Override
        public float[] embed(String text) {
            return embedAll(List.of(text)).getFirst();
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            if (embedded >= failsAfter) {
                throw new EmbedderUnavailableException("broken", new IllegalStateException());
            }
            embedded += texts.size();
            return embedder.embedAll(texts);
        }

        @Override
        public List<Embedding> embedWithTokens(List<String> texts) {
            embedAll(texts);
            return embedder.embedWithTokens(texts);
        }

        @Override
        public int[] tokenPlaces(String text) {
            return embedder.tokenPlaces(text);
        }
    }
}
