package org.proviso.migration;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;

/// What is imported, where to, and how.
///
/// @param source a file or a folder
/// @param library the library's folder; may be missing or empty
/// @param dryRun whether nothing is written
/// @param skip whether clauses that cannot come in are left out
/// @param status of clauses whose source states none
/// @param jurisdiction the default one of a library that is made; null if none was named
/// @param columns headings of a table by the key that they hold
/// @param sheet the sheet of a workbook; null for the first one
public record ImportRequest(
        Path source,
        Path library,
        boolean dryRun,
        boolean skip,
        Status status,
        @Nullable Jurisdiction jurisdiction,
        Map<String, String> columns,
        @Nullable String sheet) {

    public ImportRequest {
        columns = Map.copyOf(columns);
    }
}
