package org.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.recipe;
import static org.proviso.testkit.ClauseFixture.written;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.SearchIndex.WordMatches;
import org.proviso.retrieval.TokenProjection;

/// What every [SearchIndex] does.
public abstract class SearchIndexContract {

    protected static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    protected static final Embedder EMBEDDER = new HashEmbedder();

    /// Every clause has the word `confidential` and shares no other with the rest.
    protected static final LibrarySnapshot LADDERS = ClauseFixture.snapshot(
            List.of(
                    clause("use@1", "Confidential first").valid("2020-01-01", null),
                    clause("use@2", "Confidential second").valid("2024-01-01", "2027-01-01"),
                    clause("use@3", "Confidential third").status(Status.DRAFT),
                    clause("use@10", "Confidential tenth").valid("2030-01-01", null),
                    clause("use.narrow@1", "Confidential narrow").family("use").position("fallback-1"),
                    clause("law.delaware@1", "Confidential delaware")
                            .family("law")
                            .jurisdictions("US-DE")
                            .category("Disputes"),
                    clause("law.england@1", "Confidential england")
                            .family("law")
                            .jurisdictions("GB-EAW", "IE")
                            .category("Disputes"),
                    clause("shipping@1", "Confidential goods").contracts("purchase"),
                    clause("gone@1", "Confidential gone").status(Status.RETIRED)),
            List.of(recipe("nda", "use", "law"), recipe("purchase", "law")));

    /// Keeps words apart, as vectors of the embedder do, and mixes them a little.
    protected static final TokenProjection TOKENS = tokenProjection(3);

    private static final LibrarySnapshot ASKED = ClauseFixture.snapshot(
            clause("cap@1", "Confidential limit of liability").questions("How much can they claim?"),
            clause("cap.higher@1", "Confidential greater limit")
                    .family("cap")
                    .position("fallback-1")
                    .questions("Can we go higher?"),
            clause("fee@1", "Confidential price"));

    private final List<SearchIndex> opened = new ArrayList<>();

    /// A fresh index of a snapshot for vectors of [#EMBEDDER], without vectors; the test closes it.
    ///
    /// @param tokens what tokens are mapped by; null if none are kept
    protected abstract SearchIndex open(
            LibrarySnapshot snapshot, Projection projection, @Nullable TokenProjection tokens);

    @AfterEach
    void close() {
        opened.forEach(SearchIndex::close);
    }

    protected final SearchIndex index(LibrarySnapshot snapshot) {
        return index(snapshot, Projection.identity(EMBEDDER.dimensions()));
    }

    private SearchIndex index(LibrarySnapshot snapshot, Projection projection) {
        SearchIndex index = open(snapshot, projection, null);
        opened.add(index);
        return index;
    }

    private SearchIndex indexOfTokens(LibrarySnapshot snapshot) {
        SearchIndex index = open(snapshot, Projection.identity(EMBEDDER.dimensions()), TOKENS);
        opened.add(index);
        return index;
    }

    protected final SearchIndex indexWithVectors(LibrarySnapshot snapshot) {
        return withVectors(index(snapshot), snapshot);
    }

    private static SearchIndex withVectors(SearchIndex index, LibrarySnapshot snapshot) {
        index.addVectors(vectors(snapshot.clauses().stream()));
        return index;
    }

    protected static Map<ClauseVersionId, float[]> vectors(Stream<ClauseVersion> clauses) {
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        clauses.forEach(clause -> vectors.put(clause.versionId(), EMBEDDER.embed(ClauseProse.embedded(clause))));
        return vectors;
    }

    @ParameterizedTest(name = "as of {0}, {1}, {2}, {3}, {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2019-12-31, -, -, -, -, law.delaware@1 law.england@1 shipping@1 use.narrow@1",
                "2020-01-01, -, -, -, -, law.delaware@1 law.england@1 shipping@1 use@1 use.narrow@1",
                "2026-06-01, -, -, -, -, law.delaware@1 law.england@1 shipping@1 use@2 use.narrow@1",
                "2027-01-01, -, -, -, -, law.delaware@1 law.england@1 shipping@1 use.narrow@1",
                "2030-01-01, -, -, -, -, law.delaware@1 law.england@1 shipping@1 use@10 use.narrow@1",
                "2026-06-01, US-DE, -, -, -, law.delaware@1 shipping@1 use@2 use.narrow@1",
                "2026-06-01, IE, -, -, -, law.england@1 shipping@1 use@2 use.narrow@1",
                "2026-06-01, any, -, -, -, shipping@1 use@2 use.narrow@1",
                "2026-06-01, -, nda, -, -, law.delaware@1 law.england@1 use@2 use.narrow@1",
                "2026-06-01, -, purchase, -, -, law.delaware@1 law.england@1 shipping@1",
                "2026-06-01, -, lease, -, -, -",
                "2026-06-01, -, -, preferred, -, law.delaware@1 law.england@1 shipping@1 use@2",
                "2026-06-01, -, -, fallback-1, -, use.narrow@1",
                "2026-06-01, -, -, fallback-2, -, -",
                "2026-06-01, -, -, -, disputes, law.delaware@1 law.england@1",
                "2026-06-01, -, -, -, Disputes, law.delaware@1 law.england@1",
                "2026-06-01, -, -, -, Dispute, -",
                "2026-06-01, GB-EAW, nda, preferred, Disputes, law.england@1",
            })
    void onlyWhatTheFilterAcceptsIsFoundAndAllOfIt(
            String asOf,
            @Nullable String jurisdiction,
            @Nullable String contractType,
            @Nullable String position,
            @Nullable String category,
            @Nullable String expected) {
        ClauseFilter filter = new ClauseFilter(
                LocalDate.parse(asOf),
                jurisdiction == null ? null : new Jurisdiction(jurisdiction),
                contractType == null ? null : new ContractTypeId(contractType),
                position == null ? null : Position.parse(position),
                category);
        List<String> accepted = expected == null ? List.of() : Arrays.asList(expected.split(" "));
        SearchIndex index = indexWithVectors(LADDERS);

        List<Hit> byWords = index.byWords("confidential", filter, 100);
        List<Hit> byVector = index.byVector(EMBEDDER.embed("confidential"), filter, 100);

        assertAll(
                () -> assertEquals(
                        accepted, written(byWords.stream().map(Hit::clause).sorted())),
                () -> assertEquals(
                        accepted, written(byVector.stream().map(Hit::clause).sorted())));
    }

    @Test
    void aFilterMeansTheSameToTheIndexAsInItsDefinition() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            LibrarySnapshot snapshot = randomSnapshot(random);
            SearchIndex index = index(snapshot);
            for (int i = 0; i < 20; i++) {
                ClauseFilter filter = randomFilter(random);
                List<ClauseVersionId> expected = snapshot.clauses().stream()
                        .filter(clause -> filter.accepts(clause, snapshot))
                        .map(ClauseVersion::versionId)
                        .toList();

                List<Hit> found = index.byWords("confidential", filter, 100);

                assertEquals(
                        expected, found.stream().map(Hit::clause).sorted().toList(), "seed " + seed + ", " + filter);
            }
        }
    }

    @Test
    void onlyTheNamedClausesAreFound() {
        SearchIndex index = indexWithVectors(LADDERS);
        ClauseFilter today = ClauseFilter.asOf(TODAY);
        List<String> inForce = List.of("law.delaware@1", "law.england@1", "shipping@1", "use@2", "use.narrow@1");

        for (int mask = 0; mask < 1 << inForce.size(); mask++) {
            BitSet chosen = BitSet.valueOf(new long[] {mask});
            List<String> named = chosen.stream().mapToObj(inForce::get).toList();
            Set<ClauseVersionId> among = Stream.concat(named.stream(), Stream.of("use@1", "gone@1", "nowhere@1"))
                    .map(ClauseVersionId::parse)
                    .collect(Collectors.toSet());

            List<Hit> byWords = index.byWords("confidential", today.among(among), 100);
            List<Hit> byVector = index.byVector(EMBEDDER.embed("confidential"), today.among(among), 100);

            assertEquals(named, written(byWords.stream().map(Hit::clause).sorted()));
            assertEquals(named, written(byVector.stream().map(Hit::clause).sorted()));
        }
    }

    @Test
    void equalScoresAreOrderedByClauseVersionId() {
        LibrarySnapshot twins = ClauseFixture.snapshot(
                clause("b@1", "Return all documents.").title("Return"),
                clause("a.b@1", "Return all documents.").title("Return"),
                clause("a@2", "Return all documents.").title("Return").valid("2020-01-01", null),
                clause("c@10", "Return all documents.").title("Return"));
        SearchIndex index = indexWithVectors(twins);

        List<Hit> byVector = index.byVector(EMBEDDER.embed("return documents"), ClauseFilter.asOf(TODAY), 100);

        assertEquals(
                List.of("a@2", "a.b@1", "b@1", "c@10"),
                written(byVector.stream().map(Hit::clause)));
        assertEquals(1, byVector.stream().mapToDouble(Hit::score).distinct().count());
    }

    @Test
    void fewerHitsAreTheFirstOfMore() {
        SearchIndex index = indexWithVectors(LADDERS);
        ClauseFilter filter = ClauseFilter.asOf(TODAY);
        float[] vector = EMBEDDER.embed("confidential goods");
        List<Hit> all = index.byVector(vector, filter, 100);
        List<Hit> allByWords = index.byWords("confidential goods", filter, 100);

        for (int k = 1; k <= all.size(); k++) {
            assertEquals(all.subList(0, k), index.byVector(vector, filter, k));
            assertEquals(allByWords.subList(0, k), index.byWords("confidential goods", filter, k));
        }
        assertEquals("shipping@1", all.getFirst().clause().toString());
        assertEquals("shipping@1", allByWords.getFirst().clause().toString());
    }

    @Test
    void aWordScoreIsWhatASearchByWordsScores() {
        for (int seed = 0; seed < 5; seed++) {
            LibrarySnapshot snapshot = randomSnapshot(new Random(seed));
            SearchIndex index = index(snapshot);
            List<Hit> hits = index.byWords("confidential f1", ClauseFilter.asOf(TODAY), 100);
            List<ClauseVersionId> clauses =
                    snapshot.clauses().stream().map(ClauseVersion::versionId).toList();

            Map<ClauseVersionId, Double> scores = index.wordScores("confidential f1", clauses);

            assertEquals(Set.copyOf(clauses), scores.keySet());
            hits.forEach(hit -> assertEquals(hit.score(), scores.get(hit.clause()), 1e-6));
            assertEquals(Map.of(), index.wordScores("pizza", clauses));
            assertEquals(Map.of(), index.wordScores("confidential", List.of()));
        }
    }

    @Test
    void matchesNameTheContentWordsThatAClauseHolds() {
        SearchIndex index = index(LADDERS);
        ClauseVersionId goods = ClauseVersionId.parse("shipping@1");
        ClauseVersionId narrow = ClauseVersionId.parse("use.narrow@1");

        WordMatches matches = index.matches("which goods confidential pizza", List.of(goods, narrow));

        assertEquals(
                List.of("goods", "confidential"),
                Map.copyOf(matches.byClause()).get(goods).terms());
        assertEquals(
                List.of("confidential"),
                Map.copyOf(matches.byClause()).get(narrow).terms());
        assertTrue(Map.copyOf(matches.byClause()).get(goods).fields().contains("text"));
    }

    @Test
    void aQuestionThatAClauseAnswersBringsItNearer() {
        LibrarySnapshot snapshot = ClauseFixture.snapshot(
                clause("cap@1", "Confidential limit").questions("How much can they claim?"),
                clause("cap.higher@1", "Confidential greater limit")
                        .family("cap")
                        .position("fallback-1")
                        .questions("Can we go higher?"),
                clause("fee@1", "Confidential price"));
        SearchIndex index = indexWithVectors(snapshot);
        ClauseFilter today = ClauseFilter.asOf(TODAY);
        assertEquals(List.of("How much can they claim?", "Can we go higher?"), index.questionsWithoutVector());
        assertFalse(index.progress().ready());

        index.addQuestionVectors(Map.of(
                "How much can they claim?",
                EMBEDDER.embed("How much can they claim?"),
                "Can we go higher?",
                EMBEDDER.embed("Can we go higher?")));

        assertEquals(List.of(), index.questionsWithoutVector());
        assertTrue(index.progress().ready());
        List<Hit> family = index.byVector(EMBEDDER.embed("How much can they claim?"), today, 3);
        assertEquals(
                List.of("cap@1", "cap.higher@1"),
                written(family.stream().limit(2).map(Hit::clause)));
        assertTrue(family.get(1).score() >= 0.45, family::toString);
        float[] higher = EMBEDDER.embed("Can we go higher?");
        List<Hit> own = index.byVector(higher, today, 3);
        assertEquals("cap.higher@1", own.getFirst().clause().toString());
        own.forEach(hit -> assertEquals(
                hit.score(), index.vectorScores(higher, List.of(hit.clause())).get(hit.clause())));
        assertTrue(own.getFirst().score()
                > index.cosines(higher, List.of(own.getFirst().clause()))
                        .get(own.getFirst().clause()));
    }

    @Test
    void aProjectionChangesTheScoresAndNotTheCosines() {
        LibrarySnapshot snapshot = ClauseFixture.snapshot(
                clause("first@1", "Confidential limit"), clause("second@1", "Confidential price"));
        Random random = new Random(5);
        float[] added = new float[EMBEDDER.dimensions() * EMBEDDER.dimensions()];
        for (int i = 0; i < added.length; i++) {
            added[i] = (float) random.nextGaussian() / 20;
        }
        Projection projection = Projection.of(EMBEDDER.dimensions(), added);
        SearchIndex plain = withVectors(index(snapshot), snapshot);
        SearchIndex mapped = withVectors(index(snapshot, projection), snapshot);
        float[] question = EMBEDDER.embed("price limit");
        List<ClauseVersionId> ids =
                snapshot.clauses().stream().map(ClauseVersion::versionId).toList();

        assertEquals(plain.cosines(question, ids), mapped.cosines(question, ids));
        Map<ClauseVersionId, Double> scores = mapped.vectorScores(question, ids);
        for (ClauseVersionId id : ids) {
            float[] vector = Objects.requireNonNull(mapped.vectors(ids).get(id));
            double cosine = dot(projection.query(question), vector) / projection.length(vector);
            assertEquals(cosine, scores.get(id), 0.01);
            assertNotEquals(plain.cosines(question, ids).get(id), scores.get(id), 0.01);
        }
        mapped.byVector(question, ClauseFilter.asOf(TODAY), 2)
                .forEach(hit -> assertEquals(scores.get(hit.clause()), hit.score(), 1e-9));
    }

    @Test
    void lateScoresAreTheGreatestOfTheTextAndItsQuestions() {
        SearchIndex index = indexOfTokens(ASKED);
        addEverything(index, ASKED);
        List<ClauseVersionId> ids =
                ASKED.clauses().stream().map(ClauseVersion::versionId).toList();
        for (String query : List.of("how much can they claim", "limit liability", "price", "go higher")) {
            float[] tokens = tokens(query);

            Map<ClauseVersionId, Double> scores = index.lateScores(tokens, ids);

            assertEquals(Set.copyOf(ids), scores.keySet());
            MaxSim asked = new MaxSim(TOKENS.query(tokens), TOKENS.to());
            for (ClauseVersion clause : ASKED.clauses()) {
                double greatest = Stream.concat(
                                Stream.of(ClauseProse.embedded(clause)),
                                Applicability.questions(clause, ASKED).stream())
                        .mapToDouble(text -> asked.score(TOKENS.tokens(tokens(text))))
                        .max()
                        .orElseThrow();
                assertEquals(greatest, scores.get(clause.versionId()), query);
                assertEquals(
                        asked.nearest(TOKENS.tokens(tokens(ClauseProse.embedded(clause)))),
                        index.nearestTokens(tokens, ids).get(clause.versionId()),
                        query);
            }
        }
    }

    @Test
    void lateScoresWaitForEveryToken() {
        SearchIndex index = indexOfTokens(ASKED);
        index.addVectors(vectors(ASKED.clauses().stream()));
        assertTrue(index.keepsTokens());
        assertFalse(index.lateReady());
        assertEquals(3, index.withoutVector().size(), "a vector without its tokens has to be made again");
        assertThrows(
                IllegalStateException.class,
                () -> index.lateScores(tokens("price"), List.of(ClauseVersionId.parse("fee@1"))));

        index.addTokens(tokens(ASKED.clauses().stream().limit(2)));

        assertEquals(List.of("fee@1"), written(index.withoutVector().stream()));
        assertFalse(index.lateReady());
        index.addTokens(tokens(ASKED.clauses().stream().skip(2)));
        assertFalse(index.lateReady(), "questions are missing");
        assertEquals(2, index.questionsWithoutVector().size());
        addEverything(index, ASKED);
        assertTrue(index.lateReady());
        assertTrue(index.progress().complete());
        assertEquals(List.of(), index.questionsWithoutVector());
    }

    @Test
    void vectorsAreReadyBeforeTheTokensAre() {
        SearchIndex index = indexOfTokens(LADDERS);
        index.addVectors(vectors(LADDERS.clauses().stream()));

        assertTrue(index.progress().ready());
        assertFalse(index.progress().complete());
        assertEquals(0, index.progress().vectors());
    }

    @Test
    void anIndexWithoutTokensTakesNone() {
        SearchIndex index = index(LADDERS);

        assertFalse(index.keepsTokens());
        assertFalse(index.lateReady());
        assertThrows(
                IllegalStateException.class,
                () -> index.addTokens(tokens(LADDERS.clauses().stream().limit(1))));
    }

    @Test
    void badTokensAreRefused() {
        SearchIndex index = indexOfTokens(LADDERS);

        assertThrows(
                IllegalArgumentException.class,
                () -> index.addTokens(Map.of(ClauseVersionId.parse("use@1"), new float[EMBEDDER.dimensions() + 1])));
        assertThrows(
                IllegalArgumentException.class,
                () -> index.addTokens(Map.of(ClauseVersionId.parse("nowhere@1"), tokens("goods"))));
        assertEquals(LADDERS.clauses().size(), index.withoutVector().size());
    }

    private static void addEverything(SearchIndex index, LibrarySnapshot snapshot) {
        index.addTokens(tokens(snapshot.clauses().stream()));
        index.addVectors(vectors(snapshot.clauses().stream()));
        Map<String, float[]> vectors = new HashMap<>();
        Map<String, float[]> tokens = new HashMap<>();
        for (String question : index.questionsWithoutVector()) {
            vectors.put(question, EMBEDDER.embed(question));
            tokens.put(question, tokens(question));
        }
        index.addQuestionTokens(tokens);
        index.addQuestionVectors(vectors);
    }

    protected static float[] tokens(String text) {
        return EMBEDDER.embedWithTokens(List.of(text)).getFirst().tokens();
    }

    protected static Map<ClauseVersionId, float[]> tokens(Stream<ClauseVersion> clauses) {
        Map<ClauseVersionId, float[]> tokens = new HashMap<>();
        clauses.forEach(clause -> tokens.put(clause.versionId(), tokens(ClauseProse.embedded(clause))));
        return tokens;
    }

    /// One column for each dimension of the embedder, with noise.
    public static TokenProjection tokenProjection(long seed) {
        int dimensions = EMBEDDER.dimensions();
        Random random = new Random(seed);
        float[] matrix = new float[dimensions * dimensions];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian() / 20 + (i % (dimensions + 1) == 0 ? 1 : 0);
        }
        return TokenProjection.of(dimensions, dimensions, matrix);
    }

    @Test
    void aQuestionThatNoClauseAnswersHasNoPlace() {
        SearchIndex index = index(LADDERS);

        assertThrows(
                IllegalArgumentException.class,
                () -> index.addQuestionVectors(Map.of("Who asked?", EMBEDDER.embed("Who asked?"))));
    }

    @Test
    void vectorsAreCountedAsTheyCome() {
        SearchIndex index = index(LADDERS);
        int clauses = LADDERS.clauses().size();
        List<ClauseVersionId> missing = index.withoutVector();
        assertEquals(LADDERS.clauses().stream().map(ClauseVersion::versionId).toList(), missing);
        assertFalse(index.progress().ready());

        index.addVectors(vectors(LADDERS.clauses().stream().limit(4)));

        assertEquals(4, index.progress().vectors());
        assertEquals(clauses, index.progress().clauses());
        assertEquals(missing.subList(4, clauses), index.withoutVector());
        assertFalse(index.progress().ready());
        index.addVectors(vectors(LADDERS.clauses().stream().skip(4)));
        assertTrue(index.progress().ready());
        assertEquals(LADDERS.root(), index.progress().root());
    }

    @Test
    void aBadVectorIsRefusedAndNoneOfItsBatchIsAdded() {
        SearchIndex index = index(LADDERS);
        Map<ClauseVersionId, float[]> good = vectors(LADDERS.clauses().stream().limit(1));
        ClauseVersionId other = ClauseVersionId.parse("use@1");
        float[] notANumber = new float[EMBEDDER.dimensions()];
        Arrays.fill(notANumber, Float.NaN);
        Map<ClauseVersionId, float[]> bad = new TreeMap<>(Map.of(
                other,
                new float[EMBEDDER.dimensions()],
                ClauseVersionId.parse("use@2"),
                notANumber,
                ClauseVersionId.parse("use@3"),
                new float[] {1},
                ClauseVersionId.parse("nowhere@1"),
                EMBEDDER.embed("x")));

        bad.forEach((id, vector) -> {
            Map<ClauseVersionId, float[]> batch = new HashMap<>(good);
            batch.put(id, vector);
            assertThrows(IllegalArgumentException.class, () -> index.addVectors(batch), id.toString());
        });

        assertEquals(0, index.progress().vectors());
    }

    @Test
    void aClosedIndexSaysSo() {
        SearchIndex index = index(LADDERS);
        index.close();

        index.close();

        assertThrows(IllegalStateException.class, () -> index.byWords("goods", ClauseFilter.asOf(TODAY), 1));
        assertThrows(IllegalStateException.class, index::withoutVector);
        assertEquals(LADDERS.root(), index.progress().root());
    }

    private static LibrarySnapshot randomSnapshot(Random random) {
        List<ClauseFixture> clauses = new ArrayList<>();
        for (int id = 0; id < 4; id++) {
            for (int version = 1; version <= 4; version++) {
                LocalDate from = TODAY.plusDays(random.nextInt(-10, 10));
                clauses.add(clause("c" + id + "@" + version, "Confidential")
                        .family("f" + random.nextInt(2))
                        .category(random.nextBoolean() ? "A" : "b")
                        .position(random.nextBoolean() ? "preferred" : "fallback-1")
                        .status(random.nextInt(4) == 0 ? Status.DRAFT : Status.APPROVED)
                        .jurisdictions(random.nextBoolean() ? "any" : "US-DE")
                        .contracts(random.nextBoolean() ? new String[] {} : new String[] {"t" + random.nextInt(3)})
                        .valid(
                                random.nextBoolean() ? from.toString() : null,
                                random.nextBoolean()
                                        ? from.plusDays(1 + random.nextInt(10)).toString()
                                        : null));
            }
        }
        Collections.shuffle(clauses, random);
        return ClauseFixture.snapshot(clauses, List.of(recipe("t0", "f0"), recipe("t1", "f0", "f1")));
    }

    private static ClauseFilter randomFilter(Random random) {
        ClauseFilter filter = new ClauseFilter(
                TODAY.plusDays(random.nextInt(-12, 24)),
                random.nextBoolean() ? null : new Jurisdiction(random.nextBoolean() ? "US-DE" : "DE"),
                random.nextBoolean() ? null : new ContractTypeId("t" + random.nextInt(3)),
                random.nextBoolean() ? null : new Position(random.nextInt(2)),
                random.nextBoolean() ? null : random.nextBoolean() ? "a" : "B");
        return random.nextBoolean() ? filter : filter.among(randomVersions(random));
    }

    private static Set<ClauseVersionId> randomVersions(Random random) {
        return IntStream.range(0, random.nextInt(16))
                .mapToObj(_ -> ClauseVersionId.parse("c" + random.nextInt(5) + "@" + (1 + random.nextInt(4))))
                .collect(Collectors.toSet());
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
