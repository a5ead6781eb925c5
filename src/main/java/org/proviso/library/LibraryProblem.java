package org.proviso.library;

import java.util.Comparator;

/// One thing that is wrong with a library.
///
/// @param file the file, relative to the library's folder
/// @param line the line, from 1
/// @param message what is wrong, with the value
/// @param remedy what to do
/// @param rule [LintRule#LOCK] for a wording that is not what the lock says, else [LintRule#LOAD]
public record LibraryProblem(String file, int line, String message, String remedy, LintRule rule)
        implements Comparable<LibraryProblem> {

    private static final Comparator<LibraryProblem> ORDER = Comparator.comparing(LibraryProblem::file)
            .thenComparingInt(LibraryProblem::line)
            .thenComparing(LibraryProblem::message);

    public LibraryProblem(String file, int line, String message, String remedy) {
        this(file, line, message, remedy, LintRule.LOAD);
    }

    LibraryProblem ofLock() {
        return new LibraryProblem(file, line, message, remedy, LintRule.LOCK);
    }

    @Override
    public int compareTo(LibraryProblem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message + " " + remedy;
    }
}
