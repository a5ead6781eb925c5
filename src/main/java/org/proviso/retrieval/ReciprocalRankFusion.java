package org.proviso.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.SearchIndex.Hit;

/// Several rankings made one: a clause's score is the sum of 1 / ([#K] + rank) over the rankings that hold it.
///
/// Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods",
/// SIGIR 2009.
final class ReciprocalRankFusion {

    /// How much the first ranks stand out; the paper's value.
    static final int K = 60;

    private ReciprocalRankFusion() {}

    /// @param rankings each best first, none holding a clause twice
    /// @return every clause of every ranking, in [SearchIndex#ORDER]
    static List<Hit> fuse(List<List<Hit>> rankings) {
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (List<Hit> ranking : rankings) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i).clause(), 1.0 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                .sorted(SearchIndex.ORDER)
                .toList();
    }
}
