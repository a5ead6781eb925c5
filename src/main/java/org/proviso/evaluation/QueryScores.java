package org.proviso.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How good the ranking for one query is.
///
/// @param tag what kind of query it is; empty if the data does not say
/// @param measures without those that the query has no judgements for
public record QueryScores(String query, String tag, Map<RetrievalMeasure, Double> measures) {

    public QueryScores {
        EnumMap<RetrievalMeasure, Double> ordered = new EnumMap<>(RetrievalMeasure.class);
        ordered.putAll(measures);
        measures = Collections.unmodifiableMap(ordered);
    }

    static QueryScores of(Ranking ranking, int relevant) {
        GradedRanking graded = ranking.graded(relevant);
        Map<RetrievalMeasure, Double> measures = new EnumMap<>(RetrievalMeasure.class);
        for (RetrievalMeasure measure : RetrievalMeasure.values()) {
            measure.of(graded).ifPresent(value -> measures.put(measure, value));
        }
        return new QueryScores(ranking.query().id(), ranking.query().tag(), measures);
    }
}
