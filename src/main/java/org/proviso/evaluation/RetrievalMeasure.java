package org.proviso.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalDouble;

/// How good a ranking is for one query, from 0 to 1. `src/docs/evaluation.md` defines the measures.
public enum RetrievalMeasure {
    NDCG_5("ndcg@5"),
    NDCG_10("ndcg@10"),
    THREE_STAR_5("3-star@5"),
    FOUR_STAR_5("4-star@5"),
    FIVE_STAR_5("5-star@5"),
    RECALL_5("recall@5"),
    RECALL_10("recall@10"),
    RECALL_100("recall@100"),
    MRR("mrr"),
    SUCCESS_1("success@1"),
    SUCCESS_5("success@5");

    private final String written;

    RetrievalMeasure(String written) {
        this.written = written;
    }

    OptionalDouble of(GradedRanking ranking) {
        return switch (this) {
            case NDCG_5 -> ranking.ndcg(5);
            case NDCG_10 -> ranking.ndcg(10);
            case THREE_STAR_5 -> ranking.starPrecision(3, 5);
            case FOUR_STAR_5 -> ranking.starPrecision(4, 5);
            case FIVE_STAR_5 -> ranking.starPrecision(5, 5);
            case RECALL_5 -> ranking.recall(5);
            case RECALL_10 -> ranking.recall(10);
            case RECALL_100 -> ranking.recall(100);
            case MRR -> ranking.reciprocalRank();
            case SUCCESS_1 -> ranking.success(1);
            case SUCCESS_5 -> ranking.success(5);
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return written;
    }
}
