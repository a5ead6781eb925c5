package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.lucene.IndexFiles.list;
import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;
import org.proviso.retrieval.Embedding;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.TokenProjection;
import org.proviso.retrieval.VectorIndexer;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.SearchIndexContract;

class TokensOnDiskTest {

    private static final HashEmbedder EMBEDDER = new HashEmbedder();
    private static final TokenProjection TOKENS = SearchIndexContract.tokenProjection(1);
    private static final TokenProjection OTHER = SearchIndexContract.tokenProjection(2);
    private static final ClauseFixture RETURN =
            clause("return@1", "Return all documents.").questions("What comes back?");
    private static final ClauseFixture LAW = clause("law@1", "The laws of England govern.");
    private static final ClauseFixture TERM = clause("term@1", "This Agreement ends after three years.");
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(RETURN, LAW);
    private static final LibrarySnapshot NEXT_LIBRARY = ClauseFixture.snapshot(RETURN, TERM);
    private static final float[] QUESTION =
            EMBEDDER.embedWithTokens(List.of("which laws govern")).getFirst().tokens();

    @TempDir
    private Path folder;

    @Test
    void anUnchangedIndexIsReusedWithoutAWriteAndScoresTheSame() throws IOException {
        Map<ClauseVersionId, Double> scores;
        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            fill(index, LIBRARY);
            scores = scores(index, LIBRARY);
        }
        IndexFiles before = list(folder);

        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            assertTrue(index.lateReady());
            assertTrue(index.progress().complete());
            assertEquals(scores, scores(index, LIBRARY));
            assertEquals(0, fill(index, LIBRARY));
        }

        assertEquals(before, list(folder));
    }

    @Test
    void anotherProjectionKeepsTheVectorsAndMakesTheTokensAgain() {
        build(LIBRARY, TOKENS);

        try (LuceneClauseIndex index = open(LIBRARY, OTHER)) {
            assertTrue(index.progress().ready());
            assertFalse(index.lateReady());
            assertEquals(3, fill(index, LIBRARY));
            assertTrue(index.lateReady());
        }
        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            assertFalse(index.lateReady());
        }
    }

    @Test
    void withoutLateInteractionWhatThereIsStays() throws IOException {
        build(LIBRARY, TOKENS);
        IndexFiles before = list(folder);

        try (LuceneClauseIndex index = open(LIBRARY, null)) {
            assertTrue(index.progress().complete());
            assertFalse(index.lateReady());
        }

        assertEquals(before, list(folder));
    }

    @Test
    void lateInteractionThatIsSwitchedOnLaterNeedsTheTokensOnly() {
        build(LIBRARY, null);

        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            assertTrue(index.progress().ready());
            assertEquals(3, fill(index, LIBRARY));
            assertTrue(index.lateReady());
        }
    }

    @Test
    void anotherLibraryKeepsTheTokensOfWhatIsUnchangedAndDropsTheRest() throws IOException {
        build(LIBRARY, TOKENS);

        try (LuceneClauseIndex index = open(NEXT_LIBRARY, TOKENS)) {
            assertFalse(index.lateReady());
            assertEquals(List.of("term@1"), written(index.withoutVector().stream()));
            assertEquals(1, fill(index, NEXT_LIBRARY));
            assertTrue(index.lateReady());
        }
        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            assertEquals(List.of("law@1"), written(index.withoutVector().stream()));
        }
    }

    @Test
    void anInterruptionCostsABatch() {
        LibrarySnapshot library = manyClauses();
        Failing failing = new Failing(130);
        try (LuceneClauseIndex index = open(library, TOKENS);
                VectorIndexer indexer = new VectorIndexer(library, index, failing, Runnable::run, _ -> {})) {
            indexer.start();
            assertEquals(VectorIndexer.State.FAILED, indexer.state());
            assertEquals(128, index.progress().vectors());
        }

        try (LuceneClauseIndex index = open(library, TOKENS)) {
            assertEquals(128, index.progress().vectors());
            assertEquals(22, fill(index, library));
            assertTrue(index.lateReady());
        }
    }

    @Test
    void theScoresDoNotDependOnTheHistoryOfTheFolder() throws IOException {
        LibrarySnapshot library = manyClauses();
        build(folder.resolve("once"), library);
        Path steps = folder.resolve("steps");
        List<ClauseVersion> clauses = new ArrayList<>(library.clauses());
        for (int from = clauses.size() - 10; from >= 0; from -= 10) {
            try (LuceneClauseIndex index = open(steps, library, TOKENS)) {
                List<ClauseVersion> batch = clauses.subList(from, from + 10);
                Map<ClauseVersionId, float[]> tokens = new TreeMap<>();
                Map<ClauseVersionId, float[]> vectors = new TreeMap<>();
                batch.forEach(clause -> {
                    Embedding embedding = EMBEDDER.embedWithTokens(List.of(ClauseProse.embedded(clause)))
                            .getFirst();
                    tokens.put(clause.versionId(), embedding.tokens());
                    vectors.put(clause.versionId(), embedding.vector());
                });
                index.addTokens(tokens);
                index.addVectors(vectors);
            }
        }
        try (Directory one = FSDirectory.open(folder.resolve("once/tokens"));
                Directory many = FSDirectory.open(steps.resolve("tokens"));
                DirectoryReader merged = DirectoryReader.open(one);
                DirectoryReader split = DirectoryReader.open(many)) {
            assertNotEquals(merged.leaves().size(), split.leaves().size());
        }

        try (LuceneClauseIndex once = open(folder.resolve("once"), library, TOKENS);
                LuceneClauseIndex again = open(steps, library, TOKENS)) {
            assertTrue(again.lateReady());
            assertEquals(scores(once, library), scores(again, library));
        }
    }

    @Test
    void everyDamageIsRepairedByFilling() throws IOException {
        build(LIBRARY, TOKENS);
        Map<ClauseVersionId, Double> scores;
        try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
            scores = scores(index, LIBRARY);
        }
        Map<Path, byte[]> sound = new TreeMap<>();
        for (Path file : IndexFiles.files(folder.resolve("tokens"))) {
            sound.put(file, Files.readAllBytes(file));
        }
        for (int damage = 0; damage < 4; damage++) {
            for (Path file : sound.keySet()) {
                if (file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
                    continue;
                }
                for (Path old : new ArrayList<>(IndexFiles.files(folder.resolve("tokens")))) {
                    Files.delete(old);
                }
                for (Map.Entry<Path, byte[]> other : sound.entrySet()) {
                    Files.write(other.getKey(), other.getValue());
                }
                Files.write(file, damaged(sound.get(file), damage));
                String what = "damage " + damage + " of " + folder.relativize(file);

                try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
                    fill(index, LIBRARY);
                    assertTrue(index.lateReady(), what);
                    assertEquals(scores, scores(index, LIBRARY), what);
                }

                try (LuceneClauseIndex index = open(LIBRARY, TOKENS)) {
                    assertTrue(index.lateReady(), what);
                }
            }
        }
    }

    private static byte[] damaged(byte @Nullable [] sound, int damage) {
        byte[] bytes = sound == null ? new byte[0] : sound.clone();
        return switch (damage) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(bytes, bytes.length / 2);
            case 2 -> {
                bytes[bytes.length / 2] ^= 4;
                yield bytes;
            }
            default -> {
                new Random(7).nextBytes(bytes);
                yield bytes;
            }
        };
    }

    @Test
    void whatCannotBeKeptServesFromMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        try (LuceneClauseIndex index = open(file, LIBRARY, TOKENS)) {
            fill(index, LIBRARY);
            assertTrue(index.lateReady());
            Map<ClauseVersionId, Double> scores = scores(index, LIBRARY);

            try (LuceneClauseIndex next = index.succeededBy(NEXT_LIBRARY)) {
                assertEquals(List.of("term@1"), written(next.withoutVector().stream()));
                assertEquals(scores, scores(index, LIBRARY));
            }
        }
    }

    @Test
    void whatNeitherDiskNorMemoryHasRoomForIsGivenUp() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        VectorKey one = VectorKey.of("one");
        VectorKey other = VectorKey.of("other");
        try (IndexFolder unusable = IndexFolder.claim(file);
                TokenTable table = new TokenTable(
                        unusable, new ClauseSchema(Thesaurus.EMPTY), "model", TOKENS, Set.of(one, other), 100)) {
            table.put(Map.of(one, new byte[64]));
            assertFalse(table.givenUp());
            assertFalse(table.has(other));

            table.put(Map.of(other, new byte[64]));

            assertTrue(table.givenUp());
            assertTrue(table.has(one) && table.has(other));
            assertFalse(table.complete());
            assertEquals(Map.of(), table.inMemory(Set.of(one, other)));
        }
    }

    @Test
    void whileAnotherHoldsTheFolderItsTokensAreReadAndTheRestIsInMemory() throws IOException {
        try (LuceneClauseIndex server = open(LIBRARY, TOKENS)) {
            fill(server, LIBRARY);
            IndexFiles before = list(folder);

            try (LuceneClauseIndex command = open(NEXT_LIBRARY, TOKENS)) {
                assertEquals(1, fill(command, NEXT_LIBRARY));
                assertTrue(command.lateReady());
                assertEquals(2, scores(command, NEXT_LIBRARY).size());
            }

            assertEquals(before, list(folder));
        }
    }

    @Test
    void aSuccessorWritesAndItsPredecessorGoesOnScoring() {
        LuceneClauseIndex first = open(LIBRARY, TOKENS);
        fill(first, LIBRARY);
        Map<ClauseVersionId, Double> scores = scores(first, LIBRARY);

        LuceneClauseIndex second = first.succeededBy(NEXT_LIBRARY);

        assertEquals(1, fill(second, NEXT_LIBRARY));
        assertTrue(second.lateReady());
        assertEquals(scores, scores(first, LIBRARY));
        first.close();
        second.close();
        try (LuceneClauseIndex again = open(NEXT_LIBRARY, TOKENS)) {
            assertTrue(again.lateReady());
        }
    }

    @Test
    void aTextOfManyWindowsIsKept() {
        LibrarySnapshot library = ClauseFixture.snapshot(clause("long@1", "Confidential goods ".repeat(4_000)));
        build(library, TOKENS);

        try (LuceneClauseIndex index = open(library, TOKENS)) {
            assertTrue(index.lateReady());
            assertEquals(1, scores(index, library).size());
        }
    }

    private static LibrarySnapshot manyClauses() {
        return ClauseFixture.snapshot(
                IntStream.range(0, 150)
                        .mapToObj(i -> clause("c" + i + "@1", "Clause number " + i + " of law " + i % 7 + "."))
                        .toList(),
                List.of());
    }

    private LuceneClauseIndex open(LibrarySnapshot library, @Nullable TokenProjection tokens) {
        return open(folder, library, tokens);
    }

    private static LuceneClauseIndex open(Path folder, LibrarySnapshot library, @Nullable TokenProjection tokens) {
        return LuceneClauseIndex.open(
                folder,
                library,
                EMBEDDER.modelId(),
                Projection.identity(EMBEDDER.dimensions()),
                tokens,
                Thesaurus.EMPTY);
    }

    private void build(LibrarySnapshot library, @Nullable TokenProjection tokens) {
        try (LuceneClauseIndex index = open(library, tokens)) {
            fill(index, library);
        }
    }

    private static void build(Path folder, LibrarySnapshot library) {
        try (LuceneClauseIndex index = open(folder, library, TOKENS)) {
            fill(index, library);
        }
    }

    /// @return how many texts had to be embedded
    private static int fill(LuceneClauseIndex index, LibrarySnapshot library) {
        int missing =
                index.withoutVector().size() + index.questionsWithoutVector().size();
        try (VectorIndexer indexer = new VectorIndexer(library, index, EMBEDDER, Runnable::run, _ -> {})) {
            indexer.start();
            assertEquals(VectorIndexer.State.COMPLETE, indexer.state());
        }
        return missing;
    }

    private static Map<ClauseVersionId, Double> scores(LuceneClauseIndex index, LibrarySnapshot library) {
        return index.lateScores(
                QUESTION,
                library.clauses().stream().map(ClauseVersion::versionId).toList());
    }

    /// Fails once so many texts were embedded.
    private static final class Failing implements Embedder {

        private final int after;
        private int embedded;

        private Failing(int after) {
            this.after = after;
        }

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
            return EMBEDDER.embed(text);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            return EMBEDDER.embedAll(texts);
        }

        @Override
        public List<Embedding> embedWithTokens(List<String> texts) {
            embedded += texts.size();
            if (embedded > after) {
                throw new EmbedderUnavailableException("broken", new IllegalStateException());
            }
            return EMBEDDER.embedWithTokens(texts);
        }

        @Override
        public int[] tokenPlaces(String text) {
            return EMBEDDER.tokenPlaces(text);
        }
    }
}
