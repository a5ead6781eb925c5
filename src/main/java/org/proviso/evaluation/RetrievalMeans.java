package org.proviso.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How good the rankings for a group of queries are.
///
/// @param queries how many there are
/// @param measures without those by which no query can be measured
public record RetrievalMeans(int queries, Map<RetrievalMeasure, MeanScore> measures) {

    public RetrievalMeans {
        EnumMap<RetrievalMeasure, MeanScore> ordered = new EnumMap<>(RetrievalMeasure.class);
        ordered.putAll(measures);
        measures = Collections.unmodifiableMap(ordered);
    }

    static RetrievalMeans of(Collection<QueryScores> queries) {
        Map<RetrievalMeasure, MeanScore> measures = new EnumMap<>(RetrievalMeasure.class);
        for (RetrievalMeasure measure : RetrievalMeasure.values()) {
            double[] values = queries.stream()
                    .map(query -> query.measures().get(measure))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                measures.put(measure, MeanScore.of(values));
            }
        }
        return new RetrievalMeans(queries.size(), measures);
    }
}
