package org.proviso.migration;

import java.util.List;
import java.util.stream.Stream;

/// What came of an import.
///
/// @param added the clause versions that are new, as `id@version`, sorted
/// @param drafts how many of them are drafts
/// @param recipes the recipes that are new, sorted
/// @param renamed files of versions that are no longer the highest, as they are called now
/// @param findings problems first, then the rest in the order of the source
public record ImportReport(
        Outcome outcome,
        List<String> added,
        int drafts,
        List<String> recipes,
        List<String> renamed,
        List<Finding> findings) {

    /// How an import ended.
    public enum Outcome {
        /// Everything that is new was written.
        WRITTEN,
        /// Everything that is new would be written.
        DRY_RUN,
        /// There was nothing new.
        NOTHING_NEW,
        /// Nothing was written, because of the problems.
        REFUSED
    }

    public ImportReport {
        added = List.copyOf(added);
        recipes = List.copyOf(recipes);
        renamed = List.copyOf(renamed);
        findings = List.copyOf(findings);
    }

    /// How many findings are of a kind; of clauses that were left out, how many clauses.
    public int count(Finding.Kind kind) {
        Stream<Finding> all = findings.stream().filter(finding -> finding.kind() == kind);
        return (int)
                (kind == Finding.Kind.SKIPPED
                        ? all.map(finding -> clause(finding.place())).distinct().count()
                        : all.count());
    }

    /// What tells the clauses of a source apart.
    private static String clause(Place place) {
        return place.file() + ":" + (place.where().isEmpty() ? place.line() : place.where());
    }
}
