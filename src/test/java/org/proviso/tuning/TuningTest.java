package org.proviso.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersionId;
import org.proviso.evaluation.RetrievalFolder;
import org.proviso.evaluation.RetrievalTask;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.VectorIndexer;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.ScanningSearchIndex;

/// Questions in words of one language, texts in words of another: nothing but judgements tells which belong together.
final class TuningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final int WORDS = 12;
    private static final int QUERIES = 40;
    private static final int TEXTS = 60;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);

    @Test
    void whatCanBeLearnedWins() throws IOException {
        RetrievalTask task = task(true, query -> "");

        Tuning.Result result = tune(task, 1);

        TuningScores scores = result.scores();
        assertEquals(QUERIES, scores.queries());
        assertTrue(scores.unseenQueries().mean() > scores.untuned() + 0.1, scores::toString);
        assertEquals(
                scores.unseenQueries().mean() - scores.untuned(),
                scores.unseenQueries().difference(),
                1e-9);
        assertNull(scores.unseenTopics());
        assertTrue(scores.wins(), scores::toString);
        assertNotEquals(Projection.identity(HashEmbedder.DIMENSIONS), result.projection());
        assertEquals(HashEmbedder.DIMENSIONS, result.tokens().from());
        assertTrue(scores.late() != null && scores.late().unseenQueries().mean() > scores.untuned(), scores::toString);
    }

    @Test
    void judgementsByChanceDoNotWin() throws IOException {
        TuningScores scores = tune(task(false, query -> ""), 1).scores();

        assertFalse(scores.wins(), scores::toString);
    }

    @Test
    void topicsAreMeasuredWithoutTheirOwnQueries() throws IOException {
        TuningScores scores = tune(task(true, query -> query / WORDS % 2 == 0 ? "one" : "other"), 1)
                .scores();

        assertEquals(2, scores.topics());
        assertTrue(scores.unseenTopics() != null && scores.unseenTopics().difference() > 0, scores::toString);
    }

    @Test
    void theSameSeedGivesTheSame() throws IOException {
        RetrievalTask task = task(true, query -> "");

        assertEquals(tune(task, 3), tune(task, 3));
        assertEquals(tune(task, 3).projection(), tune(task, 4).projection(), "the seed only deals the parts");
    }

    @Test
    void theSameQueriesInOtherWordsCountOnce() throws IOException {
        RetrievalTask task = task(true, query -> "");

        TuningScores once = tune(task, 1).scores();
        TuningScores twice = new Tuning(List.of(task, task), false, new InMemory(task), _ -> {})
                .run(1)
                .scores();

        assertEquals(once.queries(), twice.queries());
        assertEquals(once.untuned(), twice.untuned(), 1e-9);
    }

    @Test
    void tooFewQueriesAreRefused() throws IOException {
        RetrievalTask task = task(true, query -> "");
        RetrievalTask few = new RetrievalTask(task.corpus(), task.queries().subList(0, 9), 0);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> tune(few, 1));

        assertTrue(refused.getMessage().contains("only 9 queries"), refused::getMessage);
    }

    @Test
    void aLossOnUnseenTopicsDoesNotWin() {
        TuningScores.Gain better = new TuningScores.Gain(0.6, 0.1, new org.proviso.evaluation.Interval(0.05, 0.15));
        TuningScores.Gain worse = new TuningScores.Gain(0.48, -0.02, new org.proviso.evaluation.Interval(-0.1, 0.06));

        assertTrue(new TuningScores(50, 3, 0.5, better, better, null).wins());
        assertFalse(new TuningScores(50, 3, 0.5, better, worse, null).wins());
        assertFalse(new TuningScores(50, 3, 0.5, worse, better, null).wins());
    }

    @Test
    void lateInteractionWinsByItself() {
        TuningScores.Gain better = new TuningScores.Gain(0.6, 0.1, new org.proviso.evaluation.Interval(0.05, 0.15));
        TuningScores.Gain worse = new TuningScores.Gain(0.48, -0.02, new org.proviso.evaluation.Interval(-0.1, 0.06));
        TuningScores scores = new TuningScores(50, 0, 0.5, worse, null, null);

        assertFalse(scores.lateWins());
        assertTrue(scores.with(new TuningScores.Late(0.5, better, null)).lateWins());
        assertFalse(scores.with(new TuningScores.Late(0.5, better, worse)).lateWins());
        assertFalse(scores.with(new TuningScores.Late(0.5, worse, better)).lateWins());
    }

    private static Tuning.Result tune(RetrievalTask task, long seed) {
        return new Tuning(List.of(task), false, new InMemory(task), _ -> {}).run(seed);
    }

    /// @param truly whether what is judged to answer a question is in the same words, in the other language
    private RetrievalTask task(boolean truly, java.util.function.IntFunction<String> tag) throws IOException {
        StringBuilder corpus = new StringBuilder();
        List<List<Integer>> said = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            List<Integer> words = List.of(random.nextInt(WORDS), random.nextInt(WORDS));
            said.add(words);
            corpus.append(
                    "{\"_id\": \"t%d\", \"text\": \"wort%d wort%d\"}%n".formatted(text, words.get(0), words.get(1)));
        }
        StringBuilder queries = new StringBuilder();
        StringBuilder qrels = new StringBuilder("query-id\tcorpus-id\tscore\n");
        for (int query = 0; query < QUERIES; query++) {
            int word = query % WORDS;
            queries.append("{\"_id\": \"q%d\", \"text\": \"parola%d prego\", \"metadata\": {\"tag\": \"%s\"}}%n"
                    .formatted(query, word, tag.apply(query)));
            for (int text = 0; text < TEXTS; text++) {
                if (truly ? said.get(text).contains(word) : random.nextInt(6) == 0) {
                    qrels.append("q%d\tt%d\t3%n".formatted(query, text));
                }
            }
        }
        Files.createDirectories(folder.resolve("qrels"));
        Files.writeString(folder.resolve("corpus.jsonl"), corpus);
        Files.writeString(folder.resolve("queries.jsonl"), queries);
        Files.writeString(folder.resolve("qrels/test.tsv"), qrels);
        return new RetrievalFolder(folder, null, List.of()).read(TODAY);
    }

    /// Searches that keep nothing.
    private record InMemory(RetrievalTask task) implements Searches {

        @Override
        public Embedder embedder() {
            return new HashEmbedder();
        }

        @Override
        public Retriever with(Projection projection) {
            return new Retriever(task.corpus().library(), index(projection), embedder());
        }

        @Override
        public Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses) {
            return index(Projection.identity(HashEmbedder.DIMENSIONS)).vectors(clauses);
        }

        private ScanningSearchIndex index(Projection projection) {
            LibrarySnapshot library = task.corpus().library();
            ScanningSearchIndex index = new ScanningSearchIndex(library, projection);
            try (VectorIndexer indexer = new VectorIndexer(library, index, embedder(), Runnable::run, _ -> {})) {
                indexer.start();
            }
            return index;
        }
    }
}
