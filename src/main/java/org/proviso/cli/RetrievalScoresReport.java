package org.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.evaluation.MeanScore;
import org.proviso.evaluation.QueryScores;
import org.proviso.evaluation.RetrievalMeans;
import org.proviso.evaluation.RetrievalMeasure;
import org.proviso.evaluation.RetrievalScores;

/// Scores of the retriever in words, for a terminal and as Markdown.
record RetrievalScoresReport(RetrievalScores scores) implements ScoresReport {

    private static final String UNMEASURED = "-";

    @Override
    public String text() {
        return tables().stream().map(ReportTable::text).collect(Collectors.joining("\n", "", "\n"))
                + sentences().stream().map(sentence -> sentence + "\n").collect(Collectors.joining());
    }

    @Override
    public String markdown() {
        return tables().stream().map(ReportTable::markdown).collect(Collectors.joining("\n", "", "\n"))
                + sentences().stream()
                        .map(sentence -> "- " + Markup.MARKDOWN.text(sentence) + "\n")
                        .collect(Collectors.joining());
    }

    private List<ReportTable> tables() {
        List<ReportTable> tables = new ArrayList<>(List.of(means()));
        if (!scores.tags().isEmpty()) {
            tables.add(tags());
        }
        List<QueryScores> queries = scores.queries();
        if (queries != null) {
            tables.add(queries(queries));
        }
        return tables;
    }

    private ReportTable means() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("measure", "queries", "mean", "95 % interval")));
        scores.all()
                .measures()
                .forEach((measure, score) -> rows.add(List.of(
                        measure.toString(),
                        number(score.queries()),
                        decimal(score.mean()),
                        decimal(score.interval().low()) + "–"
                                + decimal(score.interval().high()))));
        return new ReportTable(rows);
    }

    private ReportTable tags() {
        List<List<String>> rows = new ArrayList<>(List.of(head("tag", "queries")));
        scores.tags()
                .forEach((tag, means) -> rows.add(cells(Excerpt.of(tag), number(means.queries()), measure -> {
                    MeanScore score = means.measures().get(measure);
                    return score == null ? null : score.mean();
                })));
        return new ReportTable(rows);
    }

    private static ReportTable queries(List<QueryScores> queries) {
        List<List<String>> rows = new ArrayList<>(List.of(head("query", "tag")));
        queries.forEach(query -> rows.add(cells(
                Excerpt.of(query.query()),
                Excerpt.of(query.tag()),
                measure -> query.measures().get(measure))));
        return new ReportTable(rows);
    }

    private static List<String> head(String first, String second) {
        return Stream.concat(
                        Stream.of(first, second),
                        Stream.of(RetrievalMeasure.values()).map(Object::toString))
                .toList();
    }

    private static List<String> cells(
            String first, String second, Function<RetrievalMeasure, @Nullable Double> values) {
        List<String> cells = new ArrayList<>(List.of(first, second));
        for (RetrievalMeasure measure : RetrievalMeasure.values()) {
            Double value = values.apply(measure);
            cells.add(value == null ? UNMEASURED : decimal(value));
        }
        return cells;
    }

    private List<String> sentences() {
        RetrievalMeans all = scores.all();
        List<String> sentences = new ArrayList<>();
        sentences.add(number(all.queries()) + " queries with " + number(scores.judgements()) + " judgements, "
                + number(scores.clauses()) + " clauses. Passed over without a judgement: " + number(scores.unjudged())
                + " queries.");
        sentences.add(
                scores.judgedOnly()
                        ? "Ranked for each query: only what was judged for it."
                        : String.format(
                                Locale.ROOT,
                                "Ranked for each query: everything. What nobody judged, %.1f %% of the first five,"
                                        + " counts as 0.",
                                100 * (1 - scores.judgedAt5())));
        sentences.add("Relevant: a score of " + scores.relevant() + " or more.");
        if (!unmeasured().isEmpty()) {
            sentences.add("Left out of a mean, since nothing is judged good enough: " + unmeasured() + ".");
        }
        if (!scores.byMeaning()) {
            sentences.add("Vectors took no part: the ranking is by words alone.");
        }
        sentences.add(String.format(
                Locale.ROOT,
                "A search took %.2f ms (median), %.2f ms (99th percentile).",
                scores.times().medianMillis(),
                scores.times().p99Millis()));
        return sentences;
    }

    private String unmeasured() {
        Map<RetrievalMeasure, MeanScore> measures = scores.all().measures();
        return Stream.of(RetrievalMeasure.values())
                .map(measure -> {
                    MeanScore score = measures.get(measure);
                    int missing = scores.all().queries() - (score == null ? 0 : score.queries());
                    return missing == 0 ? "" : number(missing) + " of " + measure;
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
