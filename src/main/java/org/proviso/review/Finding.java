package org.proviso.review;

import java.util.Comparator;
import org.proviso.library.LintRule;
import org.proviso.library.LintRule.Severity;

/// One thing that a reviewer of the library should see.
///
/// @param file the file, relative to the library's folder
/// @param line the line, from 1
/// @param message what is wrong, with the value
/// @param remedy what to do
public record Finding(LintRule rule, Severity severity, String file, int line, String message, String remedy)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + severity + " " + rule + ": " + message + " " + remedy;
    }
}
