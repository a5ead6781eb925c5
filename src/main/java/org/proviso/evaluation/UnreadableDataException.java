package org.proviso.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/// A data set cannot be read; carries everything that is wrong with it.
public final class UnreadableDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LineProblem> problems;

    /// @param problems at least one
    public UnreadableDataException(List<LineProblem> problems) {
        super(problems.stream().map(LineProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<LineProblem> problems() {
        return problems;
    }
}
