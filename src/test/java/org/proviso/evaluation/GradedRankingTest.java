package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradedRankingTest {

    private static final double PRECISION = 1e-12;

    /// Found are the grades 3, 0, 4 and 1; judged were 0, 1, 2, 3 and 4. Computed by hand:
    /// the gain is 3 + 4/2 + 1/log2(5), the ideal one 4 + 3/log2(3) + 2/2 + 1/log2(5).
    @ParameterizedTest
    @CsvSource({
        "NDCG_5, 1, 0.7415446036685837",
        "NDCG_10, 1, 0.7415446036685837",
        "NDCG_5, 3, 0.7415446036685837",
        "THREE_STAR_5, 1, 0.6666666666666666",
        "FOUR_STAR_5, 1, 1",
        "FIVE_STAR_5, 1, 1",
        "RECALL_5, 1, 0.75",
        "RECALL_5, 3, 1",
        "RECALL_100, 1, 0.75",
        "MRR, 1, 1",
        "MRR, 4, 0.3333333333333333",
        "SUCCESS_1, 1, 1",
        "SUCCESS_1, 4, 0",
        "SUCCESS_5, 4, 1",
    })
    void everyMeasureIsWhatAHandComputes(RetrievalMeasure measure, int relevant, double expected) {
        GradedRanking ranking = new GradedRanking(List.of(3, 0, 4, 1), List.of(0, 1, 2, 3, 4), relevant);

        assertEquals(expected, measure.of(ranking).orElseThrow(), PRECISION);
    }

    @Test
    void onlyTheFirstRanksCount() {
        List<Integer> found = Arrays.asList(0, 0, 0, 0, 0, 4);
        GradedRanking ranking = new GradedRanking(found, List.of(4), 1);

        assertEquals(OptionalDouble.of(0), ranking.ndcg(5));
        assertEquals(OptionalDouble.of(0), ranking.starPrecision(5, 5));
        assertEquals(OptionalDouble.of(0), ranking.recall(5));
        assertEquals(OptionalDouble.of(1), ranking.recall(10));
        assertEquals(OptionalDouble.of(1.0 / 6), ranking.reciprocalRank());
        assertEquals(OptionalDouble.of(0), ranking.success(5));
    }

    @Test
    void moreGoodClausesThanRanksAreNoneMissing() {
        GradedRanking ranking = new GradedRanking(Collections.nCopies(5, 4), Collections.nCopies(7, 4), 1);

        assertEquals(OptionalDouble.of(1), ranking.starPrecision(5, 5));
        assertEquals(OptionalDouble.of(1), ranking.ndcg(5));
        assertEquals(5 / 7.0, ranking.recall(5).orElseThrow(), PRECISION);
    }

    @ParameterizedTest
    @EnumSource
    void aQueryWithoutAnythingRelevantIsNotMeasured(RetrievalMeasure measure) {
        assertEquals(OptionalDouble.empty(), measure.of(new GradedRanking(List.of(0), List.of(0, 0), 1)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingFoundIsZero(RetrievalMeasure measure) {
        assertEquals(OptionalDouble.of(0), measure.of(new GradedRanking(List.of(), List.of(4), 1)));
    }
}
