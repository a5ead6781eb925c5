package org.proviso.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Jurisdiction;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.lucene.Opening;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;

/// How long a search takes in libraries of two sizes, whole and in parts: one golden query after the other, ten
/// results, on one thread.
///
/// The index stays below `target/bench`, so that only the first run has to make it.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx2g",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"
        })
@State(Scope.Benchmark)
public class SearchBenchmark {

    private static final int LIMIT = 10;
    private static final int BATCH = 10_000;
    private static final int TOKEN_DIMENSIONS = 128;
    /// Of a clause: about what 600 characters have.
    private static final int TOKENS = 150;
    private static final int TOKENS_BATCH = 1_000;

    /// What the search is restricted to.
    public enum Filter {
        NONE(ClauseFilter.asOf(LargeLibrary.TODAY)),
        /// The third of the clauses that is for any, and one of forty beside.
        JURISDICTION(new ClauseFilter(LargeLibrary.TODAY, new Jurisdiction("US-DE"), null, null, null));

        private final ClauseFilter filter;

        Filter(ClauseFilter filter) {
            this.filter = filter;
        }
    }

    @Param({"10000", "100000"})
    int clauses;

    @Param
    Filter filter;

    /// Whether the best are ranked once more, token by token.
    @Param({"false"})
    boolean late;

    private LargeLibrary library;
    private OnnxEmbedder embedder;
    private LuceneClauseIndex index;
    private Retriever retriever;
    private List<String> queries;
    private List<float[]> vectors;
    private List<float[]> tokens;
    private int next;

    @Setup
    public void open() throws IOException {
        library = LargeLibrary.of(clauses);
        embedder = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);
        index = openIndex();
        if (late && !index.lateReady()) {
            makeTokens();
        }
        List<ClauseVersionId> missing = index.withoutVector();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<ClauseVersionId> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
            index.addVectors(LargeLibrary.vectors(batch, library.snapshot(), embedder.dimensions()));
        }
        List<String> questions = index.questionsWithoutVector();
        List<float[]> asked = embedder.embedAll(questions);
        Map<String, float[]> byQuestion = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            byQuestion.put(questions.get(i), asked.get(i));
        }
        index.addQuestionVectors(byQuestion);
        retriever = new Retriever(library.snapshot(), index, embedder);
        queries = goldenQueries();
        vectors = embedder.embedAll(queries);
        tokens = embedder.embedWithTokens(queries).stream()
                .map(Embedding::tokens)
                .toList();
        for (String query : queries) {
            if (search(query).size() < LIMIT) {
                throw new IllegalStateException("Too few clauses for \"" + query + "\".");
            }
        }
    }

    /// Made, not embedded, as the vectors are: to a comparison of every token it makes no difference.
    private void makeTokens() {
        Random random = new Random(1);
        float[][] some = new float[64][TOKENS * embedder.dimensions()];
        for (float[] vectors : some) {
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = random.nextFloat() - 0.5f;
            }
        }
        List<ClauseVersionId> clauses = index.withoutVector();
        for (int from = 0; from < clauses.size(); from += TOKENS_BATCH) {
            Map<ClauseVersionId, float[]> made = new HashMap<>();
            for (ClauseVersionId id : clauses.subList(from, Math.min(from + TOKENS_BATCH, clauses.size()))) {
                made.put(id, some[random.nextInt(some.length)]);
            }
            index.addTokens(made);
        }
        Map<String, float[]> asked = new HashMap<>();
        List<String> questions = index.questionsWithoutVector();
        List<Embedding> embedded = embedder.embedWithTokens(questions);
        for (int i = 0; i < questions.size(); i++) {
            asked.put(questions.get(i), embedded.get(i).tokens());
        }
        index.addQuestionTokens(asked);
    }

    /// Which numbers it has makes no difference to the time.
    private TokenProjection tokenProjection() {
        float[] matrix = new float[embedder.dimensions() * TOKEN_DIMENSIONS];
        for (int i = 0; i < TOKEN_DIMENSIONS; i++) {
            matrix[i * TOKEN_DIMENSIONS + i] = 1;
        }
        return TokenProjection.of(embedder.dimensions(), TOKEN_DIMENSIONS, matrix);
    }

    private LuceneClauseIndex openIndex() throws IOException {
        return LuceneClauseIndex.open(
                LargeLibrary.HOME.resolve("target/bench/index-" + clauses + (late ? "-late" : "")),
                library.snapshot(),
                embedder.modelId(),
                Projection.identity(embedder.dimensions()),
                late ? tokenProjection() : null,
                Thesaurus.read(LargeLibrary.HOME.resolve("config/thesaurus.txt")));
    }

    private static List<String> goldenQueries() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file = LargeLibrary.HOME.resolve("src/test/resources/golden/queries.jsonl");
        List<String> queries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            queries.add(json.readTree(line).path("text").asText());
        }
        return queries;
    }

    @TearDown
    public void close() {
        index.close();
    }

    /// The search that users wait for: query in, ranked clauses with their reasons out.
    @Benchmark
    public List<RankedClause> search() {
        return search(queries.get(turn()));
    }

    /// The model's part of it.
    @Benchmark
    public float[] embedding() {
        return embedder.embed(queries.get(turn()));
    }

    /// The best by words for the fusion.
    @Benchmark
    public List<SearchIndex.Hit> words() {
        return index.byWords(queries.get(turn()), filter.filter, Retriever.CANDIDATES_PER_SIDE);
    }

    /// The best by meaning for the fusion.
    @Benchmark
    public List<SearchIndex.Hit> vectors() {
        return index.byVector(vectors.get(turn()), filter.filter, Retriever.CANDIDATES_PER_SIDE);
    }

    /// Late interaction with a hundred clauses, without the embedding of the query.
    @Benchmark
    public Map<ClauseVersionId, Double> tokenByToken() {
        int turn = turn();
        return late
                ? index.lateScores(
                        tokens.get(turn),
                        library.snapshot().clauses().stream()
                                .skip(turn)
                                .limit(Retriever.RERANKED)
                                .map(clause -> clause.versionId())
                                .toList())
                : Map.of();
    }

    /// Why ten clauses were found: the words that they hold.
    @Benchmark
    public SearchIndex.WordMatches reasons() {
        int turn = turn();
        return index.matches(
                queries.get(turn),
                library.snapshot().clauses().stream()
                        .skip(turn)
                        .limit(LIMIT)
                        .map(clause -> clause.versionId())
                        .toList());
    }

    /// Opening the index of an unchanged library with all its vectors, beside the one that is open.
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public IndexProgress reopening() throws IOException {
        try (LuceneClauseIndex again = openIndex()) {
            if (again.opening() != Opening.READ_ONLY || !again.progress().ready()) {
                throw new IllegalStateException("The index was not there: " + again.opening());
            }
            return again.progress();
        }
    }

    private List<RankedClause> search(String query) {
        return retriever.search(new ClauseQuery(query, filter.filter, LIMIT));
    }

    private int turn() {
        next = (next + 1) % queries.size();
        return next;
    }
}
