package org.proviso.verification.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A stretch of blocks in a cover.
///
/// @param start its first block
/// @param text the first block of the clause itself, behind its headings
/// @param end the block behind it
/// @param kind what covers it
/// @param match the chosen clause; null if nothing or furniture covers the stretch
/// @param others the other matches of the same blocks, best first
record Unit(
        int start, int text, int end, Kind kind, @Nullable Match match, List<Match> others) {

    enum Kind {
        UNCOVERED,
        CLAUSE,
        PAGE_NUMBER,
        CONTENTS
    }

    /// A candidate that matches, and what its slots hold.
    record Match(Candidate candidate, List<Bound> bound) {}

    static Unit of(Kind kind, int start, int end) {
        return new Unit(start, start, end, kind, null, List.of());
    }

    /// Every version that the text may be, the chosen one first.
    List<String> clauses() {
        return Stream.concat(Stream.ofNullable(match), others.stream())
                .map(each -> each.candidate().clause().versionId().toString())
                .distinct()
                .toList();
    }
}
