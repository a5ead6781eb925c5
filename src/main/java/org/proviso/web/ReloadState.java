package org.proviso.web;

import java.time.Instant;
import java.util.List;
import org.proviso.library.LibraryProblem;

/// Whether what is served is what the library's folder holds.
public sealed interface ReloadState {

    /// When the folder was last loaded.
    Instant at();

    /// What the folder held is served.
    record Serving(Instant at) implements ReloadState {}

    /// What the folder held is broken, and an older state is served.
    ///
    /// @param problems at least one
    record Refused(Instant at, List<LibraryProblem> problems) implements ReloadState {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A library is refused for a problem, and there is none.");
            }
        }
    }
}
