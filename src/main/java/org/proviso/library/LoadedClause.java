package org.proviso.library;

import org.proviso.clause.ClauseVersion;

/// A clause and where it was read from, for problems that show only beside other clauses.
record LoadedClause(ClauseVersion clause, YamlMap source) {

    void report(String key, String message, String remedy) {
        source.report(key, message, remedy);
    }
}
