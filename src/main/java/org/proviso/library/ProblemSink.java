package org.proviso.library;

import java.util.Collection;

/// Collects the problems of one file, or of a part of it.
///
/// @param firstLine what is added to a line number, where a part starts below the file's first line
/// @param key the key whose text is read where all of it stands on one line of the file; empty otherwise
record ProblemSink(String file, int firstLine, String key, Collection<LibraryProblem> problems) {

    static ProblemSink of(String file, Collection<LibraryProblem> problems) {
        return new ProblemSink(file, 0, "", problems);
    }

    /// @param line counted from 1 in the part
    void report(int line, String message, String remedy) {
        problems.add(new LibraryProblem(
                file, lineInFile(line), key.isEmpty() ? message : key + ", line " + line + ": " + message, remedy));
    }

    /// The line of the file that a line of the part stands on.
    int lineInFile(int line) {
        return firstLine + (key.isEmpty() ? line : 1);
    }

    ProblemSink below(int lines) {
        return new ProblemSink(file, firstLine + lines, key, problems);
    }

    /// The sink for a text of several lines that is the value of a key on one line of the file.
    ProblemSink inside(String named) {
        return new ProblemSink(file, firstLine, named, problems);
    }

    ProblemSink into(Collection<LibraryProblem> others) {
        return new ProblemSink(file, firstLine, key, others);
    }
}
