package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Retriever;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.ScanningSearchIndex;

class RetrievalScoresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final double PRECISION = 1e-12;

    @TempDir
    private Path folder;

    private RetrievalTask task;

    @BeforeEach
    void aTask() {
        task = RetrievalData.in(folder).source().read(TODAY);
    }

    /// "capped liability" finds `cap 1` (two words, judged 1), then `open` (one word, judged 3); "liability" finds
    /// both by one word, `cap 1` first, which nobody judged for it.
    @Test
    void theMeansAreThoseOfTheRankings() {
        RetrievalScores scores = RetrievalScores.of(run(false), 1);

        assertEquals(2, scores.all().queries());
        assertEquals(3, scores.clauses());
        assertEquals(4, scores.judgements());
        assertEquals(1, scores.unjudged());
        assertFalse(scores.byMeaning());
        assertEquals(0.75, scores.judgedAt5(), "of four found, one was not judged");
        // (1 + 3 / log2(3)) / (3 + 1 / log2(3)) for one query, 1 / log2(3) for the other.
        assertEquals((0.7967075809905066 + 0.6309297535714575) / 2, mean(scores, RetrievalMeasure.NDCG_5), PRECISION);
        assertEquals(0.75, mean(scores, RetrievalMeasure.MRR), PRECISION);
        assertEquals(0.5, mean(scores, RetrievalMeasure.SUCCESS_1), PRECISION);
        assertEquals(1, mean(scores, RetrievalMeasure.RECALL_5), PRECISION);
        assertEquals(
                2, scores.all().measures().get(RetrievalMeasure.THREE_STAR_5).queries());
        assertEquals(
                1, scores.all().measures().get(RetrievalMeasure.FOUR_STAR_5).queries());
        assertNull(scores.all().measures().get(RetrievalMeasure.FIVE_STAR_5));
        assertEquals(Set.of("cap", "all|any"), scores.tags().keySet());
        assertEquals(
                0.5,
                scores.tags()
                        .get("all|any")
                        .measures()
                        .get(RetrievalMeasure.MRR)
                        .mean(),
                PRECISION);
    }

    @Test
    void whatIsRelevantCanBeNamed() {
        RetrievalScores scores = RetrievalScores.of(run(false), 3);

        assertEquals(1, scores.all().measures().get(RetrievalMeasure.MRR).queries());
        assertEquals(0.5, mean(scores, RetrievalMeasure.MRR), PRECISION);
    }

    @Test
    void amongTheJudgedOnlyNothingElseIsRanked() {
        RetrievalRun run = run(true);

        RetrievalScores scores = RetrievalScores.of(run, 1);

        assertTrue(scores.judgedOnly());
        assertEquals(1, scores.judgedAt5());
        assertEquals(1, mean(scores, RetrievalMeasure.MRR), PRECISION);
        assertEquals(
                List.of("text2@1"),
                run.rankings().getLast().clauses().stream()
                        .map(ranked -> ranked.clause().versionId().toString())
                        .toList());
    }

    @Test
    void theRunIsWrittenAsTrecReadsIt() {
        assertEquals("""
                a_"capped"_one Q0 cap_1 1 2.0 proviso
                a_"capped"_one Q0 open 2 1.0 proviso
                any Q0 cap_1 1 1.0 proviso
                any Q0 open 2 1.0 proviso
                """, run(false).trec());
    }

    @Test
    void namesThatWouldBeOneInARunAreRefused() {
        RetrievalData data = RetrievalData.in(folder).write("corpus.jsonl", """
                {"_id": "cap 1", "text": "x"}
                {"_id": "cap_1", "text": "y"}
                {"_id": "open", "text": "z"}
                {"_id": "notice", "text": "w"}
                """);
        task = data.source().read(TODAY);
        RetrievalRun run = run(false);

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, run::trec);

        assertTrue(refusal.getMessage().startsWith("\"cap_1\" and \"cap 1\" are both \"cap_1\""), refusal::getMessage);
    }

    @Test
    void theSameRunGivesTheSameScores() {
        assertEquals(RetrievalScores.of(run(false), 1), RetrievalScores.of(run(false), 1));
    }

    @Test
    void vectorsThatTakePartAreTold() {
        LibrarySnapshot library = task.corpus().library();
        ScanningSearchIndex index = new ScanningSearchIndex(library);
        HashEmbedder embedder = new HashEmbedder();
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        library.clauses()
                .forEach(clause -> vectors.put(clause.versionId(), embedder.embed(ClauseProse.embedded(clause))));
        index.addVectors(vectors);

        RetrievalRun run = RetrievalRun.of(task, new Retriever(library, index, embedder), false, () -> 0);

        assertTrue(RetrievalScores.of(run, 1).byMeaning());
        assertEquals(3, run.rankings().getFirst().clauses().size());
    }

    @Test
    void timesAreThoseOfRanks() {
        JudgedQuery query = task.queries().getFirst();
        List<Ranking> rankings = IntStream.rangeClosed(1, 200)
                .mapToObj(millis -> new Ranking(query, List.of(), millis * 1_000_000L))
                .toList();

        assertEquals(new SearchTimes(100, 198), SearchTimes.of(rankings));
        assertEquals(new SearchTimes(7, 7), SearchTimes.of(rankings.subList(6, 7)));
    }

    private RetrievalRun run(boolean judgedOnly) {
        LibrarySnapshot library = task.corpus().library();
        Retriever retriever = new Retriever(library, new ScanningSearchIndex(library), new HashEmbedder());
        AtomicLong clock = new AtomicLong();
        return RetrievalRun.of(task, retriever, judgedOnly, () -> clock.addAndGet(1_000_000));
    }

    private static double mean(RetrievalScores scores, RetrievalMeasure measure) {
        return scores.all().measures().get(measure).mean();
    }
}
