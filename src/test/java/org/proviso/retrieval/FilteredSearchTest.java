package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySnapshot;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.testkit.ClauseFixture;

/// A search restricted to one of many jurisdictions finds what a ranking of the whole library has of it.
class FilteredSearchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final List<String> JURISDICTIONS = List.of(
            "AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "LU", "NL", "NO", "PL", "PT", "SE", "US-CA",
            "US-DE", "US-NY", "GB-EAW");
    private static final int CLAUSES = 3_000;
    private static final int DIMENSIONS = 384;
    private static final int BEST = 10;

    private static final LibrarySnapshot LIBRARY = library(new Random(1));
    private static final Map<ClauseVersionId, float[]> VECTORS = new HashMap<>();
    private static final List<ClauseFilter> FILTERS = JURISDICTIONS.stream()
            .map(code -> new ClauseFilter(DAY, new Jurisdiction(code), null, null, null))
            .toList();
    private static final List<String> QUERIES =
            IntStream.range(0, 15).mapToObj(i -> words(new Random(i), 4)).toList();

    @TempDir
    private static Path folder;

    private static LuceneClauseIndex index;

    @BeforeAll
    static void fill() {
        LIBRARY.clauses().forEach(clause -> VECTORS.put(clause.versionId(), vector(clause.versionId())));
        index = LuceneClauseIndex.open(folder, LIBRARY, "random", Projection.identity(DIMENSIONS), Thesaurus.EMPTY);
        index.addVectors(VECTORS);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void theBestByWordsOfAJurisdictionAreAllFound() {
        for (String query : QUERIES) {
            List<Hit> ranking = ranked(index.wordScores(query, VECTORS.keySet()));
            for (ClauseFilter filter : FILTERS) {
                List<Hit> expected = best(BEST, accepted(filter, ranking));
                assertTrue(expected.size() == BEST && !expected.equals(best(BEST, ranking)));

                assertEquals(expected, index.byWords(query, filter, BEST), query + ", " + filter);
            }
        }
    }

    @Test
    void theBestByMeaningOfAJurisdictionAreAllFound() {
        for (String query : QUERIES) {
            List<Hit> ranking = ranked(index.vectorScores(vector(query), VECTORS.keySet()));
            for (ClauseFilter filter : FILTERS) {
                List<Hit> expected = best(BEST, accepted(filter, ranking));

                assertEquals(expected, index.byVector(vector(query), filter, BEST), query + ", " + filter);
            }
        }
    }

    /// The fusion is of the best of the jurisdiction, not of what the best of the library leave of it.
    @Test
    void theFusedRankingIsThatOfTheJurisdiction() {
        Retriever retriever = new Retriever(LIBRARY, index, new RandomEmbedder());
        for (String query : QUERIES) {
            Map<ClauseVersionId, Double> words = index.wordScores(query, VECTORS.keySet());
            Map<ClauseVersionId, Double> meaning = index.vectorScores(vector(query), VECTORS.keySet());
            for (ClauseFilter filter : FILTERS) {
                Set<ClauseVersionId> candidates = new HashSet<>();
                for (Map<ClauseVersionId, Double> scores : List.of(words, meaning)) {
                    best(Retriever.CANDIDATES_PER_SIDE, accepted(filter, ranked(scores)))
                            .forEach(hit -> candidates.add(hit.clause()));
                }
                List<Hit> expected = best(BEST, StandardScoreFusion.fuse(candidates, words, meaning));

                List<RankedClause> found = retriever.search(new ClauseQuery(query, filter, BEST));

                assertEquals(
                        expected,
                        found.stream()
                                .map(ranked -> new Hit(ranked.clause().versionId(), ranked.score()))
                                .toList(),
                        query + ", " + filter);
            }
        }
    }

    /// Eight bits a value cost next to nothing against the vectors as they were embedded.
    @Test
    void roundedVectorsFindWhatExactOnesWouldFind() {
        double found = 0;
        for (String query : QUERIES) {
            Map<ClauseVersionId, Double> exact = new HashMap<>();
            VECTORS.forEach((clause, vector) -> exact.put(clause, product(vector(query), vector)));
            for (ClauseFilter filter : FILTERS) {
                Set<ClauseVersionId> expected = best(BEST, accepted(filter, ranked(exact))).stream()
                        .map(Hit::clause)
                        .collect(Collectors.toSet());
                found += index.byVector(vector(query), filter, BEST).stream()
                        .filter(hit -> expected.contains(hit.clause()))
                        .count();
            }
        }

        double recall = found / (QUERIES.size() * FILTERS.size() * BEST);

        assertTrue(recall >= 0.95, "recall@" + BEST + " " + recall);
    }

    private static List<Hit> ranked(Map<ClauseVersionId, Double> scores) {
        return scores.entrySet().stream()
                .map(score -> new Hit(score.getKey(), score.getValue()))
                .sorted(SearchIndex.ORDER)
                .toList();
    }

    private static List<Hit> accepted(ClauseFilter filter, List<Hit> hits) {
        return hits.stream()
                .filter(hit -> filter.accepts(LIBRARY.clause(hit.clause()).orElseThrow(), LIBRARY))
                .toList();
    }

    private static List<Hit> best(int k, List<Hit> hits) {
        return hits.stream().limit(k).toList();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static LibrarySnapshot library(Random random) {
        List<ClauseFixture> clauses = new ArrayList<>();
        for (int i = 0; i < CLAUSES; i++) {
            String jurisdiction =
                    random.nextInt(20) == 0 ? "any" : JURISDICTIONS.get(random.nextInt(JURISDICTIONS.size()));
            clauses.add(clause("c" + i + "@1", words(random, 10)).jurisdictions(jurisdiction));
        }
        return ClauseFixture.snapshot(clauses, List.of());
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 60)
                .mapToObj(word -> "w" + (char) ('a' + word % 20) + (char) ('a' + word / 20) + "x")
                .collect(Collectors.joining(" "));
    }

    /// A unit vector in a random direction, the same for what is equal.
    private static float[] vector(Object of) {
        double[] values = new Random(Objects.hash(of.toString()))
                .doubles(DIMENSIONS, -1, 1)
                .toArray();
        double square = 0;
        for (double value : values) {
            square += value * value;
        }
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (values[i] / Math.sqrt(square));
        }
        return vector;
    }

    private static final class RandomEmbedder implements Embedder {

        @Override
        public String modelId() {
            return "random";
        }

        @Override
        public int dimensions() {
            return DIMENSIONS;
        }

        @Override
        public float[] embed(String text) {
            return vector(text);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            return texts.stream().map(this::embed).toList();
        }

        @Override
        public List<Embedding> embedWithTokens(List<String> texts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] tokenPlaces(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
