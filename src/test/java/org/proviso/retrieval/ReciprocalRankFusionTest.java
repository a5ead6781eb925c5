package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.SearchIndex.Hit;

class ReciprocalRankFusionTest {

    @Test
    void aScoreIsTheSumOfOneOverSixtyPlusRank() {
        List<Hit> fused = ReciprocalRankFusion.fuse(List.of(ranking("a@1", "b@1", "c@1"), ranking("b@1", "d@1")));

        assertEquals(
                List.of(
                        hit("b@1", 1.0 / 62 + 1.0 / 61),
                        hit("a@1", 1.0 / 61),
                        hit("d@1", 1.0 / 62),
                        hit("c@1", 1.0 / 63)),
                fused);
    }

    @Test
    void equalScoresAreOrderedByClauseVersionId() {
        List<Hit> fused = ReciprocalRankFusion.fuse(List.of(ranking("b@10", "b@9"), ranking("a@2", "a.b@1")));

        assertEquals(
                List.of("a@2", "b@10", "a.b@1", "b@9"),
                fused.stream().map(hit -> hit.clause().toString()).toList());
    }

    @Test
    void oneRankingKeepsItsOrder() {
        List<Hit> fused = ReciprocalRankFusion.fuse(List.of(ranking("c@1", "a@1"), List.of()));

        assertEquals(List.of(hit("c@1", 1.0 / 61), hit("a@1", 1.0 / 62)), fused);
    }

    private static List<Hit> ranking(String... clauses) {
        return Arrays.stream(clauses).map(clause -> hit(clause, 1)).toList();
    }

    private static Hit hit(String clause, double score) {
        return new Hit(ClauseVersionId.parse(clause), score);
    }
}
