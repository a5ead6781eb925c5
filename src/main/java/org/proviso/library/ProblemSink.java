package org.proviso.library;

import java.util.List;

/// Collects the problems of one file.
///
/// @param firstLine what is added to a line number, where the YAML starts below the file's first line
record ProblemSink(String file, int firstLine, List<LibraryProblem> problems) {

    void report(int line, String message, String remedy) {
        problems.add(new LibraryProblem(file, firstLine + line, message, remedy));
    }

    ProblemSink below(int lines) {
        return new ProblemSink(file, firstLine + lines, problems);
    }
}
