package org.proviso.web;

import java.util.List;
import org.proviso.library.LibraryProblem;

/// A request to serve a library that cannot be served.
final class BrokenLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LibraryProblem> problems;

    BrokenLibraryException(List<LibraryProblem> problems) {
        this.problems = List.copyOf(problems);
    }

    List<LibraryProblem> problems() {
        return problems;
    }
}
