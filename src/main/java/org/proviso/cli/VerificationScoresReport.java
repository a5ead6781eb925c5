package org.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proviso.clause.Excerpt;
import org.proviso.evaluation.EditCounts;
import org.proviso.evaluation.Finding;
import org.proviso.evaluation.Speed;
import org.proviso.evaluation.VerificationScores;

/// Scores of the verifier in words, for a terminal and as Markdown.
record VerificationScoresReport(VerificationScores scores) implements ScoresReport {

    private static final List<String> COLUMNS = List.of(
            "",
            "pairs",
            "unusable",
            "originals",
            "false rejects",
            "skipped",
            "edits",
            "false accepts",
            "nearest is own",
            "none named");

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(new ReportTable(rows()).text());
        text.append('\n');
        sentences().forEach(sentence -> text.append(sentence).append('\n'));
        for (Finding finding : scores.findings()) {
            text.append('\n').append(finding.kind()).append(' ').append(place(finding));
            text.append("\n  ").append(finding.excerpt()).append("\n  ").append(reason(finding));
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    public String markdown() {
        StringBuilder text = new StringBuilder(new ReportTable(rows()).markdown());
        text.append('\n');
        sentences()
                .forEach(sentence ->
                        text.append("- ").append(Markup.MARKDOWN.text(sentence)).append('\n'));
        for (Finding finding : scores.findings()) {
            text.append("- **").append(finding.kind()).append("** ").append(Markup.MARKDOWN.text(place(finding)));
            text.append(": ").append(Markup.MARKDOWN.text(finding.excerpt()));
            text.append(" (").append(Markup.MARKDOWN.text(reason(finding))).append(")\n");
        }
        return text.toString();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS, cells("all", scores.all())));
        if (scores.files().size() > 1) {
            scores.files().forEach((file, counts) -> rows.add(cells("file " + file, counts)));
        }
        scores.categories().forEach((category, counts) -> rows.add(cells("category " + Excerpt.of(category), counts)));
        return rows;
    }

    private static List<String> cells(String group, EditCounts counts) {
        Double accuracy = counts.nearest().accuracy();
        return List.of(
                group,
                number(counts.pairs()),
                number(counts.unusable().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()),
                number(counts.originals()),
                number(counts.falseRejects()),
                number(counts.skipped()),
                number(counts.edits()),
                number(counts.falseAccepts()),
                accuracy == null ? "-" : String.format(Locale.ROOT, "%.2f %%", Math.floor(accuracy * 10_000) / 100),
                number(counts.nearest().none()));
    }

    private List<String> sentences() {
        EditCounts all = scores.all();
        Speed speed = scores.speed();
        List<String> sentences = new ArrayList<>();
        sentences.add("The originals are " + number(scores.clauses()) + " different clauses.");
        all.unusable().forEach((reason, count) -> sentences.add("Unusable: " + number(count) + " × " + reason + "."));
        sentences.add(
                "Skipped as text of the library: " + number(all.skippedOwn()) + " are their own original in another"
                        + " format, " + number(all.skipped() - all.skippedOwn()) + " other originals; "
                        + number(all.skippedRejected()) + " were not verified.");
        sentences.add("Verified as another clause than the one they are: " + number(all.misattributed()) + " texts.");
        sentences.add("Of the rejected edits, " + number(all.nearest().own()) + " named their own original first, "
                + number(all.nearest().other()) + " another clause, "
                + number(all.nearest().none()) + " none.");
        sentences.add("To " + number(all.nearest().closer()) + " of all "
                + number(all.nearest().edits())
                + " rejected edits another original is closer, by token edit distance, than the clause named first.");
        sentences.add(String.format(
                Locale.ROOT,
                "Ready in %.0f ms; a pair took %.2f ms (median), all %.1f s: %.2f MB/s.",
                speed.preparationMillis(),
                speed.medianMillis(),
                speed.totalMillis() / 1000,
                speed.megabytesPerSecond()));
        return sentences;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String place(Finding finding) {
        return finding.file() + ":" + finding.line();
    }

    private static String reason(Finding finding) {
        return finding.reason().replace('\n', ' ');
    }
}
