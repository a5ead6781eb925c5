package org.proviso.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proviso.tuning.TuningScores;

/// What a tuning gave, in words.
///
/// @param kept where what was learned is kept; null if it was not
record TuningScoresReport(TuningScores scores, @Nullable Path kept) implements ScoresReport {

    @Override
    public String text() {
        return table().text() + "\n" + String.join("\n", sentences()) + "\n";
    }

    @Override
    public String markdown() {
        StringBuilder markdown = new StringBuilder(table().markdown()).append('\n');
        sentences()
                .forEach(sentence -> markdown.append("- ")
                        .append(Markup.MARKDOWN.text(sentence))
                        .append('\n'));
        return markdown.toString();
    }

    private ReportTable table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ranking", "ndcg@5", "gain", "90 % interval"));
        rows.add(List.of("untuned", decimal(scores.untuned()), "", ""));
        rows.add(row("tuned, unseen queries", scores.unseenQueries()));
        if (scores.unseenTopics() != null) {
            rows.add(row("tuned, unseen topics", scores.unseenTopics()));
        }
        TuningScores.Late late = scores.late();
        if (late != null) {
            rows.add(List.of("without late interaction", decimal(late.without()), "", ""));
            rows.add(row("with it, unseen queries", late.unseenQueries()));
            if (late.unseenTopics() != null) {
                rows.add(row("with it, unseen topics", late.unseenTopics()));
            }
        }
        return new ReportTable(rows);
    }

    private static List<String> row(String name, TuningScores.Gain gain) {
        return List.of(
                name,
                decimal(gain.mean()),
                signed(gain.difference()),
                signed(gain.interval().low()) + " to " + signed(gain.interval().high()));
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(scores.queries() + " queries"
                + (scores.topics() == 0
                        ? "; they have no tags, so unseen topics were not measured."
                        : " with " + scores.topics() + " tags."));
        sentences.add(kept == null ? "Nothing was written, the ranking stays as it is." : "Kept in " + kept + ".");
        if (!scores.wins()) {
            sentences.add("The projection was not kept: " + reason(scores.unseenQueries()));
        }
        TuningScores.Late late = scores.late();
        if (late != null) {
            sentences.add(
                    late.wins()
                            ? "Late interaction was kept."
                            : "Late interaction was not kept: " + reason(late.unseenQueries()));
        }
        return sentences;
    }

    private static String reason(TuningScores.Gain unseenQueries) {
        return unseenQueries.interval().low() > 0
                ? "on unseen topics the ranking would be worse."
                : "the gain on unseen queries may be chance. More judged queries may show one.";
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }
}
