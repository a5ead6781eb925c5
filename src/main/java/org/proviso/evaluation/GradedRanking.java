package org.proviso.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/// The grades of what was found for one query, and all grades there are for it. What a measure would divide by
/// zero is empty: the query cannot be measured by it.
///
/// @param found the grades of the clauses found, best first; 0 for a clause that nobody judged
/// @param judged the grades of all judged clauses
/// @param relevant the lowest grade of a relevant clause, from 1
record GradedRanking(List<Integer> found, List<Integer> judged, int relevant) {

    GradedRanking {
        found = List.copyOf(found);
        judged = judged.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /// Normalised discounted cumulative gain of the first `k`: the gain is the grade, the discount the binary
    /// logarithm of the rank plus one, and the ideal ranking has all judged clauses by grade.
    ///
    /// Järvelin and Kekäläinen, "Cumulated Gain-based Evaluation of IR Techniques", TOIS 20(4), 2002.
    OptionalDouble ndcg(int k) {
        return share(gain(found, k), gain(judged, k));
    }

    private static double gain(List<Integer> grades, int k) {
        double gain = 0;
        for (int i = 0; i < Math.min(k, grades.size()); i++) {
            gain += grades.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }

    /// How many of the first `k` have `stars` or more, of `k` or of all that there are if those are fewer. One
    /// star is the grade 0.
    ///
    /// Wang et al., "ACORD: An Expert-Annotated Retrieval Dataset for Legal Contract Drafting", ACL 2025.
    OptionalDouble starPrecision(int stars, int k) {
        IntPredicate wanted = grade -> grade >= stars - 1;
        return share(count(found, k, wanted), Math.min(k, count(judged, judged.size(), wanted)));
    }

    /// How many of the relevant clauses are among the first `k`.
    OptionalDouble recall(int k) {
        return share(relevantAmong(k), relevantAtAll());
    }

    /// One divided by the rank of the first relevant clause; 0 if none was found.
    OptionalDouble reciprocalRank() {
        int rank = 1;
        while (rank <= found.size() && found.get(rank - 1) < relevant) {
            rank++;
        }
        return ofRelevant(rank > found.size() ? 0 : 1.0 / rank);
    }

    /// 1 if a relevant clause is among the first `k`, else 0.
    OptionalDouble success(int k) {
        return ofRelevant(Math.min(1, relevantAmong(k)));
    }

    private int relevantAmong(int k) {
        return count(found, k, grade -> grade >= relevant);
    }

    private int relevantAtAll() {
        return count(judged, judged.size(), grade -> grade >= relevant);
    }

    private OptionalDouble ofRelevant(double value) {
        return relevantAtAll() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble share(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    private static int count(List<Integer> grades, int k, IntPredicate which) {
        return Math.toIntExact(grades.stream().limit(k).filter(which::test).count());
    }
}
