package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.evaluation.MeanScore;
import org.proviso.evaluation.Ranking;
import org.proviso.evaluation.RetrievalFolder;
import org.proviso.evaluation.RetrievalMeans;
import org.proviso.evaluation.RetrievalMeasure;
import org.proviso.evaluation.RetrievalRun;
import org.proviso.evaluation.RetrievalScores;
import org.proviso.library.LibrarySnapshot;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;
import org.proviso.testkit.SampleLibrary;
import org.proviso.tuning.ProjectionFile;

/// The questions of `golden/`, asked of the shipped library with all that ships: thesaurus, model and projections.
class GoldenQueriesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /// The score of a clause that answers.
    private static final int ANSWERS = 2;

    @TempDir
    private static Path folder;

    private static RetrievalRun run;
    private static RetrievalScores scores;

    @BeforeAll
    static void everyQuestionIsAsked() throws IOException {
        LibrarySnapshot library = SampleLibrary.library();
        OnnxEmbedder embedder = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);
        ProjectionFile learned;
        try (InputStream in = Objects.requireNonNull(
                GoldenQueriesTest.class.getResourceAsStream("/org/proviso/tuning/acord.safetensors"))) {
            learned = ProjectionFile.read(in);
        }
        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                folder,
                library,
                embedder.modelId(),
                learned.projection(),
                learned.tokens(),
                Thesaurus.read(Path.of("config/thesaurus.txt")))) {
            try (VectorIndexer indexer = new VectorIndexer(library, index, embedder, Runnable::run, _ -> {})) {
                indexer.start();
            }
            run = RetrievalRun.of(
                    new RetrievalFolder(GOLDEN, null, List.of()).read(library, SampleLibrary.TODAY),
                    new Retriever(library, index, embedder),
                    false,
                    System::nanoTime);
            scores = RetrievalScores.of(run, ANSWERS);
        }
    }

    @Test
    void thereAreEnoughQuestions() {
        assertTrue(scores.all().queries() >= 150, scores::toString);
    }

    /// Of all what we ask; of each tag a little less than was measured.
    @ParameterizedTest
    @CsvSource({
        "all, 0.88, 0.98",
        "description, 0.84, 0.92",
        "jargon, 0.96, 0.98",
        "keywords, 0.89, 0.98",
        "lay, 0.72, 0.89",
        "question, 0.86, 0.97",
        "typo, 0.84, 0.92"
    })
    void anAnswerComesFirstOrSoon(String tag, double first, double firstFive) {
        RetrievalMeans means = tag.equals("all")
                ? scores.all()
                : Objects.requireNonNull(scores.tags().get(tag));

        assertTrue(mean(means, RetrievalMeasure.SUCCESS_1) >= first, () -> report(tag, means));
        assertTrue(mean(means, RetrievalMeasure.SUCCESS_5) >= firstFive, () -> report(tag, means));
    }

    /// The mean of a measure by which every question can be measured.
    private static double mean(RetrievalMeans means, RetrievalMeasure measure) {
        MeanScore score = Objects.requireNonNull(means.measures().get(measure));
        assertEquals(means.queries(), score.queries());
        return score.mean();
    }

    private static String report(String tag, RetrievalMeans means) {
        return run.rankings().stream()
                .filter(ranking -> !isAnswer(ranking, ranking.clauses().getFirst()))
                .map(ranking -> ranking.query().id() + " " + ranking.query().text() + " → "
                        + ranking.clauses().stream()
                                .limit(5)
                                .map(ranked -> ranked.clause().id().value())
                                .toList())
                .collect(Collectors.joining("\n", tag + ": " + means.measures() + "\n", ""));
    }

    private static boolean isAnswer(Ranking ranking, RankedClause ranked) {
        return ranking.query().grades().getOrDefault(ranked.clause().versionId(), 0) >= ANSWERS;
    }

    @Test
    void everyTagHasItsFigures() {
        assertEquals(
                Set.of("description", "jargon", "keywords", "lay", "question", "typo"),
                scores.tags().keySet());
    }
}
