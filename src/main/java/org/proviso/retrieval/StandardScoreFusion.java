package org.proviso.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.SearchIndex.Hit;

/// The scores by words and by meaning made one: a clause's score is the sum of its two standard scores among the
/// candidates, words with the weight [#WORDS].
///
/// A standard score is the distance from the mean in standard deviations, so that scores of different scales add up.
/// Unlike ranks they tell a clear winner from a close one. `src/docs/retrieval.md` has the experiments.
final class StandardScoreFusion {

    /// How much words count beside meaning.
    static final double WORDS = 0.8;

    /// How much late interaction counts beside words and meaning together.
    static final double LATE = 0.2;

    private StandardScoreFusion() {}

    /// @param candidates what is ranked
    /// @param words the scores by words; who has none has 0
    /// @param meaning the scores by meaning, of every candidate
    /// @return every candidate, in [SearchIndex#ORDER]
    static List<Hit> fuse(
            Set<ClauseVersionId> candidates, Map<ClauseVersionId, Double> words, Map<ClauseVersionId, Double> meaning) {
        return sum(candidates, meaning, words, WORDS);
    }

    private static List<Hit> sum(
            Set<ClauseVersionId> candidates,
            Map<ClauseVersionId, Double> scores,
            Map<ClauseVersionId, Double> others,
            double weight) {
        // Sums of floating point numbers depend on their order.
        List<ClauseVersionId> ordered =
                candidates.stream().sorted(Comparator.naturalOrder()).toList();
        double[] standard = standard(ordered, scores);
        double[] added = standard(ordered, others);
        Hit[] hits = new Hit[ordered.size()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = new Hit(ordered.get(i), standard[i] + weight * added[i]);
        }
        return Arrays.stream(hits).sorted(SearchIndex.ORDER).toList();
    }

    /// Ranks what was ranked once more, by the standard score of that and of late interaction.
    ///
    /// @param ranked with their scores so far
    /// @param late the score by late interaction of each
    static List<Hit> rerank(List<Hit> ranked, Map<ClauseVersionId, Double> late) {
        Map<ClauseVersionId, Double> soFar = new HashMap<>();
        ranked.forEach(hit -> soFar.put(hit.clause(), hit.score()));
        return sum(soFar.keySet(), soFar, late, LATE);
    }

    /// Standard scores; zeros where all are equal.
    private static double[] standard(List<ClauseVersionId> candidates, Map<ClauseVersionId, Double> scores) {
        double[] values = candidates.stream()
                .mapToDouble(candidate -> scores.getOrDefault(candidate, 0.0))
                .toArray();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / Math.max(1, values.length);
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, values.length));
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation < 1e-9 ? 0 : (values[i] - mean) / deviation;
        }
        return values;
    }
}
