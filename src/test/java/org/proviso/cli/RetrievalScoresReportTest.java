package org.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.proviso.evaluation.Interval;
import org.proviso.evaluation.MeanScore;
import org.proviso.evaluation.QueryScores;
import org.proviso.evaluation.RetrievalMeans;
import org.proviso.evaluation.RetrievalMeasure;
import org.proviso.evaluation.RetrievalScores;
import org.proviso.evaluation.SearchTimes;

class RetrievalScoresReportTest {

    private static final RetrievalMeans MEANS = new RetrievalMeans(
            57,
            Map.of(
                    RetrievalMeasure.FIVE_STAR_5,
                    new MeanScore(31, 0.25, new Interval(0.1, 0.45678)),
                    RetrievalMeasure.NDCG_5,
                    new MeanScore(57, 0.5, new Interval(0.4, 0.6))));
    private static final RetrievalScores SCORES = new RetrievalScores(
            "0".repeat(64),
            3_931,
            64_671,
            4,
            true,
            2,
            false,
            1,
            MEANS,
            new TreeMap<>(Map.of("a|b", MEANS)),
            List.of(new QueryScores("\"as is\" *clause*", "a|b", Map.of(RetrievalMeasure.NDCG_5, 0.75))),
            new SearchTimes(3.14159, 20));

    @Test
    void theTextShowsMeansTagsAndQueries() {
        List<String> lines = new RetrievalScoresReport(SCORES).text().lines().toList();

        assertEquals("measure   queries    mean  95 % interval", lines.get(0));
        assertEquals("ndcg@5         57  0.5000  0.4000–0.6000", lines.get(1));
        assertEquals("5-star@5       31  0.2500  0.1000–0.4568", lines.get(2));
        assertTrue(lines.get(4).startsWith("tag  queries  ndcg@5  ndcg@10  3-star@5"), lines::toString);
        assertTrue(lines.get(5).startsWith("a|b       57  0.5000        -         -"), lines::toString);
        assertTrue(lines.get(8).startsWith("\"as is\" *clause*  a|b  0.7500"), lines::toString);
        assertEquals(
                List.of(
                        "57 queries with 64,671 judgements, 3,931 clauses. Passed over without a judgement: 4 queries.",
                        "Ranked for each query: only what was judged for it.",
                        "Relevant: a score of 2 or more.",
                        "Left out of a mean, since nothing is judged good enough: 57 of ndcg@10, 57 of 3-star@5, 57 of"
                                + " 4-star@5, 26 of 5-star@5, 57 of recall@5, 57 of recall@10, 57 of recall@100, 57 of"
                                + " mrr, 57 of success@1, 57 of success@5.",
                        "Vectors took no part: the ranking is by words alone.",
                        "A search took 3.14 ms (median), 20.00 ms (99th percentile)."),
                lines.subList(10, lines.size()));
    }

    @Test
    void singleQueriesCanBeLeftOut() {
        String text = new RetrievalScoresReport(SCORES.withoutQueries()).text();

        assertTrue(text.contains("\ntag  queries") && !text.contains("as is"), text);
    }

    @Test
    void markupOfTheDataIsTextInMarkdown() {
        String markdown = new RetrievalScoresReport(SCORES).markdown();

        assertTrue(
                markdown.startsWith("| measure | queries | mean | 95 % interval |\n|---|---:|---:|---:|\n"), markdown);
        assertTrue(markdown.contains("| \"as is\" \\*clause\\* | a\\|b | 0.7500 | - |"), markdown);
        assertTrue(markdown.contains("\n- Relevant: a score of 2 or more.\n"), markdown);
    }
}
