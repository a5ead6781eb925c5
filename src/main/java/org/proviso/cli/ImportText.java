package org.proviso.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.proviso.migration.Finding;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport;

/// What an import did, for people and as JSON.
final class ImportText {

    private ImportText() {}

    static String of(ImportReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(head(report));
        if (report.drafts() > 0) {
            lines.add("An import approves nothing: " + report.drafts() + " of them are drafts. Read each, and write"
                    + " `status: approved` into its file.");
        }
        report.added().forEach(id -> lines.add("  + " + id));
        report.recipes().forEach(id -> lines.add("  + recipe " + id));
        report.renamed().forEach(file -> lines.add("  older version, now " + file));
        report.findings().forEach(finding -> lines.add(finding.toString()));
        return String.join("\n", lines);
    }

    private static String head(ImportReport report) {
        String counts = report.added().size() + " clauses and "
                + report.recipes().size() + " recipes"
                + switch (report.outcome()) {
                    case WRITTEN -> " came in";
                    case DRY_RUN -> " would come in";
                    case NOTHING_NEW, REFUSED -> " came in";
                }
                + "; " + report.count(Kind.THERE) + " already there, " + report.count(Kind.SKIPPED) + " skipped, "
                + report.count(Kind.NOTE) + " notes, " + report.count(Kind.PROBLEM) + " problems.";
        return switch (report.outcome()) {
            case WRITTEN -> counts;
            case DRY_RUN -> counts + " Nothing was written.";
            case NOTHING_NEW -> counts + " There is nothing new.";
            case REFUSED -> counts + " Nothing was written: mend the problems, or leave the clauses out with --skip.";
        };
    }

    static Map<String, Object> json(ImportReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "outcome",
                report.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("added", report.added());
        json.put("drafts", report.drafts());
        json.put("recipes", report.recipes());
        json.put("renamed", report.renamed());
        json.put("already-there", report.count(Kind.THERE));
        json.put("skipped", report.count(Kind.SKIPPED));
        json.put("findings", report.findings().stream().map(ImportText::row).toList());
        return json;
    }

    private static Map<String, Object> row(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", finding.kind().toString());
        row.put("file", finding.place().file());
        row.put("line", finding.place().line());
        row.put("where", finding.place().where());
        row.put("message", finding.message());
        row.put("remedy", finding.remedy());
        return row;
    }
}
