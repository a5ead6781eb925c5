package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.SearchIndex.Hit;

class StandardScoreFusionTest {

    private static final ClauseVersionId A = ClauseVersionId.parse("a@2");
    private static final ClauseVersionId B = ClauseVersionId.parse("b@9");
    private static final ClauseVersionId C = ClauseVersionId.parse("b@10");

    @Test
    void aScoreIsTheSumOfBothStandardScores() {
        List<Hit> fused = StandardScoreFusion.fuse(Set.of(A, B), Map.of(A, 3.0), Map.of(A, 0.2, B, 0.4));

        double words = StandardScoreFusion.WORDS;
        assertEquals(List.of(B, A), fused.stream().map(Hit::clause).toList());
        assertEquals(1 - words, fused.getFirst().score(), 1e-12);
        assertEquals(words - 1, fused.getLast().score(), 1e-12);
    }

    @Test
    void whatIsEqualOnOneSideIsDecidedByTheOther() {
        List<Hit> fused = StandardScoreFusion.fuse(
                Set.of(A, B, C), Map.of(A, 1.0, B, 2.0, C, 3.0), Map.of(A, 0.5, B, 0.5, C, 0.5));

        assertEquals(List.of(C, B, A), fused.stream().map(Hit::clause).toList());
    }

    @Test
    void equalScoresAreOrderedByClauseVersionId() {
        List<Hit> fused = StandardScoreFusion.fuse(Set.of(C, B, A), Map.of(), Map.of(A, 0.5, B, 0.5, C, 0.5));

        assertEquals(
                List.of(new Hit(A, 0), new Hit(C, 0), new Hit(B, 0)).stream()
                        .map(Hit::clause)
                        .sorted()
                        .toList(),
                fused.stream().map(Hit::clause).toList());
        assertEquals(0, fused.getFirst().score());
    }

    @Test
    void nothingIsFusedToNothing() {
        assertEquals(List.of(), StandardScoreFusion.fuse(Set.of(), Map.of(), Map.of()));
    }
}
