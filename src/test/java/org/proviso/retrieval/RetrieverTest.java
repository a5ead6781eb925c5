package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.written;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.SearchIndexContract;

class RetrieverTest {

    private static final Embedder EMBEDDER = new HashEmbedder();
    private static final ClauseFilter TODAY = ClauseFilter.asOf(LocalDate.of(2026, 6, 1));
    private static final String WORDS =
            "party shall return confidential information documents affiliates disclose law notice term recipient";
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            clause("return@1", "The Recipient shall return all documents on request.")
                    .title("Return of documents"),
            clause("affiliates@1", "The Recipient may share with its affiliates.")
                    .title("Affiliates"),
            clause("law@1", "The laws of England govern this Agreement.").title("Governing law"),
            clause("notice@1", "A notice shall be in writing.").title("Notices"));

    @TempDir
    private Path folder;

    @Test
    void reasonsTellRanksScoresAndWords() {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            index.addVectors(vectors(LIBRARY.clauses()));
            Retriever retriever = new Retriever(LIBRARY, index, EMBEDDER);

            List<RankedClause> ranked = retriever.search(query("How do we return the documents to pizzerias?", 10));

            RankedClause best = ranked.getFirst();
            assertEquals("return@1", best.clause().versionId().toString());
            assertTrue(best.score() > ranked.get(1).score());
            assertEquals(1, best.reasons().lexicalRank());
            assertEquals(1, best.reasons().denseRank());
            assertTrue(best.reasons().lexicalScore() > 0);
            assertEquals(List.of("family", "text", "title"), best.reasons().matchedFields());
            assertEquals(List.of("return", "documents"), best.reasons().matchedTerms());
            assertEquals(2, best.reasons().matchedTermCount());
            assertEquals(3, best.reasons().queryTermCount());
            RankedClause other = ranked.getLast();
            assertNull(other.reasons().lexicalRank());
            assertNull(other.reasons().lexicalScore());
            assertNotNull(other.reasons().cosine());
            assertTrue(best.reasons().cosine() > other.reasons().cosine());
            assertEquals(List.of(), other.reasons().matchedTerms());
        }
    }

    @Test
    void whileAVectorIsMissingWordsAloneRank() {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            index.addVectors(vectors(List.copyOf(LIBRARY.clauses()).subList(0, 3)));
            Retriever retriever = new Retriever(LIBRARY, index, EMBEDDER);

            List<RankedClause> ranked = retriever.search(query("return documents", 10));

            assertEquals(List.of("return@1"), ids(ranked));
            assertEquals(
                    ranked.getFirst().reasons().lexicalScore(),
                    ranked.getFirst().score());
            assertNull(ranked.getFirst().reasons().cosine());
            assertNull(ranked.getFirst().reasons().denseRank());
        }
    }

    /// The best of the ranking without it, once more by its standard scores and 0.4 of those of late interaction.
    @Test
    void lateInteractionRanksTheBestOnceMore() {
        LibrarySnapshot library = randomLibrary(new Random(4), 150);
        ClauseQuery query = query("recipient return information", 100);
        try (LuceneClauseIndex plain = open(folder.resolve("plain"), library);
                LuceneClauseIndex index = openWithTokens(folder.resolve("late"), library)) {
            fill(plain, library);
            fill(index, library);
            List<RankedClause> before = new Retriever(library, plain, EMBEDDER).search(query);

            List<RankedClause> after = new Retriever(library, index, EMBEDDER).search(query);

            List<ClauseVersionId> same =
                    before.stream().map(found -> found.clause().versionId()).toList();
            Map<ClauseVersionId, Double> late = index.lateScores(
                    EMBEDDER.embedWithTokens(List.of(query.text())).getFirst().tokens(), same);
            double[] scores =
                    standard(before.stream().mapToDouble(RankedClause::score).toArray());
            double[] lateScores = standard(same.stream().mapToDouble(late::get).toArray());
            Map<ClauseVersionId, Double> expected = new HashMap<>();
            for (int i = 0; i < scores.length; i++) {
                expected.put(same.get(i), scores[i] + 0.2 * lateScores[i]);
            }
            assertEquals(
                    new HashSet<>(same),
                    new HashSet<>(after.stream()
                            .map(found -> found.clause().versionId())
                            .toList()));
            double last = Double.POSITIVE_INFINITY;
            for (RankedClause found : after) {
                ClauseVersionId id = found.clause().versionId();
                assertEquals(expected.get(id), found.score(), 1e-9);
                assertEquals(late.get(id), found.reasons().late());
                assertTrue(found.score() <= last);
                last = found.score();
            }
            assertTrue(!ids(before).equals(ids(after)));
            for (int limit = 1; limit <= after.size(); limit += 7) {
                assertEquals(
                        after.subList(0, limit),
                        new Retriever(library, index, EMBEDDER).search(query(query.text(), limit)));
            }
        }
    }

    @Test
    void reasonsShowWhereAClauseIsNearest() {
        try (LuceneClauseIndex index = openWithTokens(folder, LIBRARY)) {
            fill(index, LIBRARY);

            RankedClause best = new Retriever(LIBRARY, index, EMBEDDER)
                    .search(query("documents on request", 1))
                    .getFirst();

            assertEquals("return@1", best.clause().versionId().toString());
            assertTrue(
                    String.valueOf(best.reasons().passage()).contains("documents on request"),
                    best.reasons()::toString);
            assertTrue(best.reasons().late() > 0);
        }
    }

    @Test
    void whileTokensAreMissingItRanksWithoutLateInteraction() {
        try (LuceneClauseIndex plain = open(folder.resolve("plain"), LIBRARY);
                LuceneClauseIndex index = openWithTokens(folder.resolve("late"), LIBRARY)) {
            fill(plain, LIBRARY);
            index.addVectors(vectors(LIBRARY.clauses()));
            ClauseQuery query = query("return documents", 10);

            assertEquals(
                    new Retriever(LIBRARY, plain, EMBEDDER).search(query),
                    new Retriever(LIBRARY, index, EMBEDDER).search(query));
            assertNull(new Retriever(LIBRARY, index, EMBEDDER)
                    .search(query)
                    .getFirst()
                    .reasons()
                    .late());
        }
    }

    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }

    private static LuceneClauseIndex openWithTokens(Path folder, LibrarySnapshot library) {
        return LuceneClauseIndex.open(
                folder,
                library,
                EMBEDDER.modelId(),
                Projection.identity(EMBEDDER.dimensions()),
                SearchIndexContract.tokenProjection(1),
                Thesaurus.EMPTY);
    }

    private static void fill(SearchIndex index, LibrarySnapshot library) {
        try (VectorIndexer indexer = new VectorIndexer(library, index, EMBEDDER, Runnable::run, _ -> {})) {
            indexer.start();
        }
    }

    @Test
    void withoutAnEmbedderWordsAloneRank() {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            index.addVectors(vectors(LIBRARY.clauses()));
            Retriever retriever = new Retriever(LIBRARY, index, new BrokenEmbedder());

            assertEquals(List.of("return@1"), ids(retriever.search(query("return documents", 10))));
        }
    }

    @Test
    void anIndexOfAnotherLibraryIsRefused() {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            LibrarySnapshot other = ClauseFixture.snapshot(clause("a@1", "Other."));

            assertThrows(IllegalArgumentException.class, () -> new Retriever(other, index, EMBEDDER));
        }
    }

    @Test
    void aShorterListIsTheBeginningOfALongerOne() {
        LibrarySnapshot library = randomLibrary(new Random(3), 150);
        try (LuceneClauseIndex index = open(library)) {
            index.addVectors(vectors(library.clauses()));
            Retriever retriever = new Retriever(library, index, EMBEDDER);
            List<RankedClause> all = retriever.search(query(WORDS, 100));

            for (int limit = 1; limit <= all.size(); limit += 7) {
                assertEquals(all.subList(0, limit), retriever.search(query(WORDS, limit)));
            }
        }
    }

    /// However vectors came, and after a restart, ranking by words and the fused ranking are the same.
    @Test
    void rankingDoesNotDependOnTheHistoryOfTheFolder() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            LibrarySnapshot library = randomLibrary(random, 60);
            List<ClauseQuery> queries = randomQueries(random);
            List<List<RankedClause>> byWordsAlone;
            List<List<RankedClause>> fused;
            try (LuceneClauseIndex index = open(folder.resolve(seed + "-at-once"), library)) {
                byWordsAlone = answers(library, index, queries);
                index.addVectors(vectors(library.clauses()));
                fused = answers(library, index, queries);
                assertEquals(byWordsAlone, answersByWords(library, index, queries), "seed " + seed);
            }
            List<ClauseVersion> shuffled = new ArrayList<>(library.clauses());
            Collections.shuffle(shuffled, random);
            Path steps = folder.resolve(seed + "-in-steps");
            for (int from = 0; from < shuffled.size(); from += 7) {
                try (LuceneClauseIndex index = open(steps, library)) {
                    assertEquals(byWordsAlone, answers(library, index, queries), "seed " + seed);
                    index.addVectors(vectors(shuffled.subList(from, Math.min(from + 7, shuffled.size()))));
                }
            }
            try (LuceneClauseIndex index = open(steps, library)) {
                assertEquals(fused, answers(library, index, queries), "seed " + seed);
                assertEquals(byWordsAlone, answersByWords(library, index, queries), "seed " + seed);
            }
        }
    }

    @Test
    void searchesDuringTheVectorBuildSeeWordsAloneOrEverything() throws Exception {
        LibrarySnapshot library = randomLibrary(new Random(11), 100);
        ClauseQuery query = query(WORDS, 20);
        List<RankedClause> fused;
        try (LuceneClauseIndex complete = open(folder.resolve("complete"), library)) {
            complete.addVectors(vectors(library.clauses()));
            fused = new Retriever(library, complete, EMBEDDER).search(query);
        }
        try (LuceneClauseIndex index = open(library);
                ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Retriever retriever = new Retriever(library, index, EMBEDDER);
            List<RankedClause> byWords = retriever.search(query);
            CompletableFuture<Void> ready = new CompletableFuture<>();
            List<Future<Set<List<RankedClause>>>> searches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                searches.add(threads.submit(() -> {
                    Set<List<RankedClause>> seen = new HashSet<>();
                    while (!ready.isDone()) {
                        seen.add(retriever.search(query));
                    }
                    seen.add(retriever.search(query));
                    return seen;
                }));
            }
            VectorIndexer indexer = new VectorIndexer(library, index, EMBEDDER, threads, progress -> {
                if (progress.ready()) {
                    ready.complete(null);
                }
            });

            indexer.start();

            for (Future<Set<List<RankedClause>>> search : searches) {
                Set<List<RankedClause>> seen = search.get();
                assertTrue(seen.contains(fused));
                seen.removeAll(Set.of(fused, byWords));
                assertEquals(Set.of(), seen);
            }
        }
    }

    private static List<List<RankedClause>> answers(
            LibrarySnapshot library, SearchIndex index, List<ClauseQuery> queries) {
        Retriever retriever = new Retriever(library, index, EMBEDDER);
        return queries.stream().map(retriever::search).toList();
    }

    private static List<List<RankedClause>> answersByWords(
            LibrarySnapshot library, SearchIndex index, List<ClauseQuery> queries) {
        Retriever retriever = new Retriever(library, index, new BrokenEmbedder());
        return queries.stream().map(retriever::search).toList();
    }

    private static LibrarySnapshot randomLibrary(Random random, int clauses) {
        List<ClauseFixture> fixtures = new ArrayList<>();
        for (int i = 0; i < clauses; i++) {
            fixtures.add(clause("c" + i % (clauses / 2) + "@" + (1 + 2 * i / clauses), randomWords(random, 12))
                    .title(randomWords(random, 2))
                    .valid(random.nextInt(3) == 0 ? "2027-01-01" : null, null));
        }
        return ClauseFixture.snapshot(fixtures, List.of());
    }

    private static List<ClauseQuery> randomQueries(Random random) {
        List<ClauseQuery> queries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            queries.add(query(randomWords(random, 3), 100));
        }
        return queries;
    }

    private static String randomWords(Random random, int count) {
        String[] words = WORDS.split(" ", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString();
    }

    @Test
    void aClosedIndexSaysSoFromEveryThread() {
        LuceneClauseIndex index = open(LIBRARY);
        Retriever retriever = new Retriever(LIBRARY, index, EMBEDDER);
        index.close();

        assertThrows(IllegalStateException.class, () -> retriever.search(query("price", 5)));
    }

    private LuceneClauseIndex open(LibrarySnapshot library) {
        return open(folder, library);
    }

    private static LuceneClauseIndex open(Path folder, LibrarySnapshot library) {
        return LuceneClauseIndex.open(
                folder, library, EMBEDDER.modelId(), Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY);
    }

    private static ClauseQuery query(String text, int limit) {
        return new ClauseQuery(text, TODAY, limit);
    }

    private static List<String> ids(List<RankedClause> ranked) {
        return written(ranked.stream().map(found -> found.clause().versionId()));
    }

    private static Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersion> clauses) {
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        clauses.forEach(clause -> vectors.put(clause.versionId(), EMBEDDER.embed(ClauseProse.embedded(clause))));
        return vectors;
    }

    private static final class BrokenEmbedder implements Embedder {

        @Override
        public String modelId() {
            return EMBEDDER.modelId();
        }

        @Override
        public int dimensions() {
            return EMBEDDER.dimensions();
        }

        @Override
        public float[] embed(String text) {
            throw new EmbedderUnavailableException("broken", new UnsatisfiedLinkError());
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            throw new EmbedderUnavailableException("broken", new UnsatisfiedLinkError());
        }

        @Override
        public List<Embedding> embedWithTokens(List<String> texts) {
            throw new EmbedderUnavailableException("broken", new UnsatisfiedLinkError());
        }

        @Override
        public int[] tokenPlaces(String text) {
            throw new EmbedderUnavailableException("broken", new UnsatisfiedLinkError());
        }
    }
}
