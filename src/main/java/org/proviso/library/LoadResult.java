package org.proviso.library;

import java.util.List;

/// What came of reading a library: all of it, or all that is wrong with it.
public sealed interface LoadResult {

    /// @param sources where all of it was read from
    record Loaded(LibrarySnapshot snapshot, LibrarySources sources) implements LoadResult {}

    /// @param problems at least one, in file and line order
    record Refused(List<LibraryProblem> problems) implements LoadResult {
        public Refused {
            problems = problems.stream().sorted().toList();
        }
    }
}
