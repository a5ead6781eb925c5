package org.proviso.tuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.Interval;

/// What a tuning gives on questions that it was not trained on, beside the ranking without it; NDCG@5, of 1.
///
/// @param queries how many could be measured, each in all its wordings
/// @param topics how many there are; 0 if the queries have no tags, or all the same
/// @param untuned the mean without tuning
/// @param unseenQueries with what was learned from other queries
/// @param unseenTopics with what was learned from queries with other tags; null without topics
/// @param late what late interaction adds; null if it was not measured
public record TuningScores(
        int queries,
        int topics,
        double untuned,
        Gain unseenQueries,
        @Nullable Gain unseenTopics,
        @Nullable Late late) {

    /// How much worse the ranking may be on topics that nobody judged: less than the measure can tell.
    static final double TOLERANCE = 0.005;

    /// @param mean over the queries
    /// @param difference to the mean without tuning
    /// @param interval where the difference may lie if other queries of the same kind had been asked, at 90 %: with
    ///     95 % it is above the lower end
    public record Gain(double mean, double difference, Interval interval) {

        static Gain of(Map<String, Double> untuned, Map<String, Double> tuned) {
            // In one order, so that the interval is the same for the same numbers.
            Set<String> queries = new TreeSet<>(untuned.keySet());
            double[] differences = queries.stream()
                    .mapToDouble(query -> tuned.getOrDefault(query, 0.0) - untuned.getOrDefault(query, 0.0))
                    .toArray();
            double mean = TuningScores.mean(tuned);
            return new Gain(mean, mean - TuningScores.mean(untuned), Interval.ofMean(differences, 0.9));
        }
    }

    /// What late interaction gives beside the ranking without it, which has the projection if that wins.
    ///
    /// @param without the mean without late interaction
    /// @param unseenQueries with what was learned from other queries
    /// @param unseenTopics with what was learned from queries with other tags; null without topics
    public record Late(
            double without, Gain unseenQueries, @Nullable Gain unseenTopics) {

        /// As that of the projection.
        @JsonProperty
        public boolean wins() {
            return TuningScores.wins(unseenQueries, unseenTopics);
        }
    }

    /// Whether the ranking with the projection is better on unseen queries, with 95 % of certainty, and no worse on
    /// unseen topics.
    @JsonProperty
    public boolean wins() {
        return wins(unseenQueries, unseenTopics);
    }

    /// Whether late interaction is worth it, likewise.
    public boolean lateWins() {
        return late != null && late.wins();
    }

    private static boolean wins(Gain unseenQueries, @Nullable Gain unseenTopics) {
        return unseenQueries.interval().low() > 0 && (unseenTopics == null || unseenTopics.difference() >= -TOLERANCE);
    }

    TuningScores with(Late measured) {
        return new TuningScores(queries, topics, untuned, unseenQueries, unseenTopics, measured);
    }

    static double mean(Map<String, Double> scores) {
        return scores.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
