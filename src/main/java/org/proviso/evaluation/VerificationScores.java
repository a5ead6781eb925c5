package org.proviso.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How good the verifier is on pairs.
///
/// @param clauses how many different clauses the originals are
/// @param all the counts over all pairs
/// @param files the same for each file
/// @param categories the same for each category, pairs without one under [#NO_CATEGORY]; empty if no pair has one
/// @param findings the first [#MAX_FINDINGS] of each kind and side, in the order of the pairs
public record VerificationScores(
        int clauses,
        EditCounts all,
        SortedMap<String, EditCounts> files,
        SortedMap<String, EditCounts> categories,
        List<Finding> findings,
        Speed speed) {

    public static final String NO_CATEGORY = "(none)";
    public static final int MAX_FINDINGS = 20;

    public VerificationScores {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
        findings = List.copyOf(findings);
    }

    /// Whether verifier and evaluation agree on every text: no false accept or reject, and no text of the library
    /// that was rejected or taken for another clause.
    public boolean holds() {
        return all.falseAccepts() == 0
                && all.falseRejects() == 0
                && all.skippedRejected() == 0
                && all.misattributed() == 0;
    }
}
