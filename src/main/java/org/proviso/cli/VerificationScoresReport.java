package org.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.proviso.clause.Excerpt;
import org.proviso.evaluation.EditCounts;
import org.proviso.evaluation.Finding;
import org.proviso.evaluation.Speed;
import org.proviso.evaluation.VerificationScores;

/// Scores of the verifier in words, for a terminal and as Markdown.
record VerificationScoresReport(VerificationScores scores) {

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
    private static final String MARKUP = "\\`*_{}[]<>#|~&!";

    String text() {
        List<List<String>> rows = rows();
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                text.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            text.append('\n');
        }
        text.append('\n');
        sentences().forEach(sentence -> text.append(sentence).append('\n'));
        for (Finding finding : scores.findings()) {
            text.append('\n').append(finding.kind()).append(' ').append(place(finding));
            text.append("\n  ").append(finding.excerpt()).append("\n  ").append(reason(finding));
            text.append('\n');
        }
        return text.toString();
    }

    String markdown() {
        List<List<String>> rows = rows();
        StringBuilder text = new StringBuilder();
        text.append(row(rows.getFirst())).append("|---").append("|---:".repeat(COLUMNS.size() - 1));
        text.append("|\n");
        rows.stream().skip(1).forEach(cells -> text.append(row(cells)));
        text.append('\n');
        sentences()
                .forEach(sentence -> text.append("- ").append(escaped(sentence)).append('\n'));
        for (Finding finding : scores.findings()) {
            text.append("- **").append(finding.kind()).append("** ").append(escaped(place(finding)));
            text.append(": ").append(escaped(finding.excerpt()));
            text.append(" (").append(escaped(reason(finding))).append(")\n");
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

    private static String row(List<String> cells) {
        return cells.stream().map(VerificationScoresReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// Text of the data set as text, whatever marks it holds.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            escaped.append(MARKUP.indexOf(character) >= 0 ? "\\" : "").append(character);
        }
        return escaped.toString();
    }
}
