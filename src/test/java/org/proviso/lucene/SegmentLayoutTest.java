package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.HashEmbedder;

/// However an index came to be cut into segments, it gives the same hits with the same scores, to the last bit.
class SegmentLayoutTest {

    private static final HashEmbedder EMBEDDER = new HashEmbedder();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final List<ClauseFilter> FILTERS =
            List.of(ClauseFilter.asOf(DAY), new ClauseFilter(DAY, new Jurisdiction("DE"), null, null, null));

    /// More than the 128 documents of which Lucene keeps the highest score, so that some are passed over.
    private static final int CLAUSES = 1_000;

    private static final ClauseSchema SCHEMA = new ClauseSchema(Thesaurus.EMPTY);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {30, 200, 700})
    void wordsInManySegmentsRankAsInOne(int documentsInOne) throws IOException {
        LibrarySnapshot library = library(new Random(documentsInOne), CLAUSES);
        Ordinals ordinals = new Ordinals(library);
        Directory one = new ByteBuffersDirectory();
        WordIndex.build(one, SCHEMA, library, ordinals);
        Directory many = inSegments(ordinals.clauses(), documentsInOne, ordinals, library);
        assertEquals(1, segments(one));
        assertEquals((CLAUSES + documentsInOne - 1) / documentsInOne, segments(many));

        try (WordIndex merged = WordIndex.open(one, SCHEMA, library, ordinals);
                WordIndex split = WordIndex.open(many, SCHEMA, library, ordinals);
                WordIndex byThreads = WordIndex.open(one, SCHEMA, library, ordinals, documentsInOne)) {
            for (List<QueryWord> words : queries(new Random(documentsInOne))) {
                List<ClauseVersionId> all = ids(library.clauses());
                assertEquals(merged.scores(words, all), split.scores(words, all));
                assertEquals(merged.matches(words, all), split.matches(words, all));
                for (ClauseFilter filter : FILTERS) {
                    assertEquals(merged.accepted(filter), split.accepted(filter));
                    for (int k : List.of(1, 10, 100, CLAUSES)) {
                        List<Hit> best = merged.search(words, filter, k);
                        assertEquals(best, split.search(words, filter, k));
                        assertEquals(best, byThreads.search(words, filter, k));
                    }
                }
            }
        }
    }

    /// What is passed over unscored would not have been among the best.
    @Test
    void theBestByWordsAreThoseOfAllThatAreScored() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            LibrarySnapshot library = library(new Random(seed), CLAUSES);
            Ordinals ordinals = new Ordinals(library);
            Directory directory = new ByteBuffersDirectory();
            WordIndex.build(directory, SCHEMA, library, ordinals);

            try (WordIndex index = WordIndex.open(directory, SCHEMA, library, ordinals)) {
                for (List<QueryWord> words : queries(new Random(seed))) {
                    for (ClauseFilter filter : FILTERS) {
                        List<Hit> all = ranked(index.scores(words, ids(accepted(filter, library))));
                        for (int k : List.of(1, 10, 100)) {
                            List<Hit> best = index.search(words, filter, k);

                            assertEquals(all.subList(0, Math.min(k, all.size())), best, "seed " + seed);
                        }
                    }
                }
            }
        }
    }

    @Test
    void documentsOutOfOrderAreNotOpened() throws IOException {
        LibrarySnapshot library = library(new Random(1), 20);
        Ordinals ordinals = new Ordinals(library);
        Directory reversed = inSegments(ordinals.clauses().reversed(), 3, ordinals, library);

        assertThrows(CorruptIndexException.class, () -> WordIndex.open(reversed, SCHEMA, library, ordinals));
    }

    @Test
    void vectorsOfFiftyCommitsRankAsThoseOfOne() throws IOException {
        LibrarySnapshot library = library(new Random(5), 500);
        List<ClauseVersion> clauses = List.copyOf(library.clauses());
        Path atOnce = folder.resolve("once");
        Path inSteps = folder.resolve("steps");
        try (LuceneClauseIndex index = open(atOnce, library)) {
            index.addVectors(vectors(clauses));
            index.addQuestionVectors(questionVectors(index));
        }
        try (LuceneClauseIndex index = open(inSteps, library)) {
            for (int from = 490; from >= 0; from -= 10) {
                index.addVectors(vectors(clauses.subList(from, from + 10)));
            }
            index.addQuestionVectors(questionVectors(index));
        }
        try (Directory once = FSDirectory.open(atOnce.resolve("vectors"));
                Directory steps = FSDirectory.open(inSteps.resolve("vectors"))) {
            assertTrue(segments(steps) > segments(once));
        }

        try (LuceneClauseIndex once = open(atOnce, library);
                LuceneClauseIndex steps = open(inSteps, library)) {
            assertTrue(steps.progress().ready());
            for (ClauseVersion query : clauses.subList(0, 20)) {
                float[] vector = EMBEDDER.embed(ClauseProse.embedded(query));
                for (ClauseFilter filter : FILTERS) {
                    assertEquals(once.byVector(vector, filter, 500), steps.byVector(vector, filter, 500));
                }
                assertEquals(once.cosines(vector, ids(clauses)), steps.cosines(vector, ids(clauses)));
            }
        }
    }

    private static LuceneClauseIndex open(Path folder, LibrarySnapshot library) {
        return LuceneClauseIndex.open(
                folder, library, EMBEDDER.modelId(), Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY);
    }

    private static Directory inSegments(
            List<ClauseVersion> clauses, int documentsInOne, Ordinals ordinals, LibrarySnapshot library)
            throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer =
                new IndexWriter(directory, SCHEMA.writerConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < clauses.size(); i++) {
                ClauseVersion clause = clauses.get(i);
                writer.addDocument(SCHEMA.document(ordinals.of(clause.versionId()), clause, library));
                if ((i + 1) % documentsInOne == 0) {
                    writer.flush();
                }
            }
            writer.setLiveCommitData(WordIndex.record(library).entrySet());
            writer.commit();
        }
        return directory;
    }

    private static int segments(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.leaves().size();
        }
    }

    private static List<Hit> ranked(Map<ClauseVersionId, Double> scores) {
        return scores.entrySet().stream()
                .map(score -> new Hit(score.getKey(), score.getValue()))
                .sorted(SearchIndex.ORDER)
                .toList();
    }

    private static List<ClauseVersion> accepted(ClauseFilter filter, LibrarySnapshot library) {
        return library.clauses().stream()
                .filter(clause -> filter.accepts(clause, library))
                .toList();
    }

    private static List<ClauseVersionId> ids(Collection<ClauseVersion> clauses) {
        return clauses.stream()
                .map(ClauseVersion::versionId)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Map<ClauseVersionId, float[]> vectors(List<ClauseVersion> clauses) {
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        clauses.forEach(clause -> vectors.put(clause.versionId(), EMBEDDER.embed(ClauseProse.embedded(clause))));
        return vectors;
    }

    private static List<List<QueryWord>> queries(Random random) {
        return IntStream.range(0, 15)
                .mapToObj(_ -> SCHEMA.words(words(random, 1 + random.nextInt(8))))
                .toList();
    }

    private static LibrarySnapshot library(Random random, int clauses) {
        List<ClauseFixture> fixtures = new ArrayList<>();
        for (int i = 0; i < clauses; i++) {
            fixtures.add(clause("c" + i + "@1", words(random, 5 + random.nextInt(40)))
                    .title(words(random, 3))
                    .guidance(words(random, 6))
                    .questions(words(random, 5), words(random, 5))
                    .jurisdictions(random.nextInt(3) == 0 ? "any" : random.nextBoolean() ? "DE" : "FR"));
        }
        return ClauseFixture.snapshot(fixtures, List.of());
    }

    /// Few words are frequent and many rare, as in a language.
    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(400, random.nextDouble());
            words.append("w")
                    .append((char) ('a' + rank % 20))
                    .append((char) ('a' + rank / 20))
                    .append("x ");
        }
        return words.toString();
    }

    private static Map<String, float[]> questionVectors(LuceneClauseIndex index) {
        Map<String, float[]> vectors = new HashMap<>();
        index.questionsWithoutVector().forEach(question -> vectors.put(question, EMBEDDER.embed(question)));
        return vectors;
    }
}
