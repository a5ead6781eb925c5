package org.proviso.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often the kinds of change that Proviso finds are those that a person found.
///
/// @param pairs how many were labelled
/// @param kindsRight those with exactly the kinds of the label
/// @param materialRight those that are material or formal as labelled
/// @param kinds the counts for each kind
/// @param wrong the ids of the pairs with other kinds, with what differs
public record ChangeScores(
        int pairs, int kindsRight, int materialRight, SortedMap<String, KindCounts> kinds, List<String> wrong) {

    /// @param both pairs for which label and Proviso name the kind
    /// @param missed only the label
    /// @param extra only Proviso
    public record KindCounts(int both, int missed, int extra) {
        KindCounts plus(boolean labelled, boolean found) {
            return new KindCounts(
                    both + (labelled && found ? 1 : 0),
                    missed + (labelled && !found ? 1 : 0),
                    extra + (!labelled && found ? 1 : 0));
        }
    }

    public ChangeScores {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        wrong = List.copyOf(wrong);
    }

    /// The share of pairs with exactly the kinds of the label, 0 to 1.
    @JsonProperty
    public double accuracy() {
        return kindsRight / (double) pairs;
    }

    /// The share of pairs that are material or formal as labelled, 0 to 1.
    @JsonProperty
    public double materialAccuracy() {
        return materialRight / (double) pairs;
    }
}
