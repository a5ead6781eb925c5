package org.proviso.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is found wrong with a data set while it is read.
final class DataProblems {

    private final List<LineProblem> found = new ArrayList<>();

    /// @param line the line, from 1; 0 for the file as a whole
    void report(Path file, int line, String message, String remedy) {
        found.add(new LineProblem(file.toString(), line, message, remedy));
    }

    int count() {
        return found.size();
    }

    /// @throws UnreadableDataException with everything, if anything was reported
    void throwAny() {
        if (!found.isEmpty()) {
            throw new UnreadableDataException(found);
        }
    }
}
