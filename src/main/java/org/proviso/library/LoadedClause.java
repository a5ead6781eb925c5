package org.proviso.library;

import java.util.Collection;
import java.util.function.ToIntFunction;
import org.proviso.clause.ClauseVersion;

/// A clause and where it was read from, for problems that show only beside other clauses.
///
/// @param lines the line of each key of the front matter
/// @param fields where problems of its keys go
/// @param text where problems of its text go
record LoadedClause(ClauseVersion clause, ToIntFunction<String> lines, ProblemSink fields, ProblemSink text) {

    String file() {
        return fields.file();
    }

    void report(String key, String message, String remedy) {
        fields.report(lines.applyAsInt(key), message, remedy);
    }

    LoadedClause into(Collection<LibraryProblem> problems) {
        return new LoadedClause(clause, lines, fields.into(problems), text.into(problems));
    }
}
