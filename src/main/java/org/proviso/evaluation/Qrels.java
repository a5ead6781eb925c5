package org.proviso.evaluation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.proviso.clause.Excerpt;

/// Reads relevance judgements from tab-separated files: a header, then `query-id`, `corpus-id` and `score`.
final class Qrels {

    private static final List<String> HEADER = List.of("query-id", "corpus-id", "score");
    private static final String SHAPE = "Write query-id, corpus-id and score, with a tab between them.";
    private static final Pattern GRADE = Pattern.compile("[0-9]{1,6}");

    /// @param grade how relevant, from 0
    record Judgement(int grade, Path file, int line) {}

    /// What a name in the files may be.
    ///
    /// @param what it names
    /// @param remedy for a name that is not known
    record Names(String what, Predicate<String> known, String remedy) {}

    private final Names queries;
    private final Names texts;
    private final DataProblems problems;
    private final Set<String> unknownQueries = new HashSet<>();
    private final Set<String> unknownTexts = new HashSet<>();
    private final Map<String, Map<String, Judgement>> judgements = new LinkedHashMap<>();
    private int rows;

    Qrels(Names queries, Names texts, DataProblems problems) {
        this.queries = queries;
        this.texts = texts;
        this.problems = problems;
    }

    /// The judgements by query, in the order of the files. A name that is not known is reported where it stands
    /// first.
    Map<String, Map<String, Judgement>> read(List<Path> files) {
        for (Path file : files) {
            int before = problems.count();
            int rowsBefore = rows;
            TextLines.read(file, "table of judgements", problems, (row, line) -> {
                if (line == 1) {
                    header(file, row);
                } else if (!row.isBlank()) {
                    rows++;
                    row(file, line, row);
                }
            });
            if (rows == rowsBefore && problems.count() == before) {
                problems.report(file, 0, "The file holds no judgement.", SHAPE);
            }
        }
        return judgements;
    }

    private void header(Path file, String row) {
        if (!List.of(row.split("\t", -1)).equals(HEADER)) {
            problems.report(file, 1, "\"" + Excerpt.of(row) + "\" is no header.", SHAPE);
        }
    }

    private void row(Path file, int line, String row) {
        List<String> cells;
        try {
            cells = TabbedRow.cells(row);
        } catch (IllegalArgumentException e) {
            problems.report(
                    file,
                    line,
                    String.valueOf(e.getMessage()),
                    "Double the quotation marks inside a quoted cell, and close it.");
            return;
        }
        if (cells.size() != HEADER.size()) {
            problems.report(file, line, "\"" + Excerpt.of(row) + "\" has " + cells.size() + " cells, not 3.", SHAPE);
            return;
        }
        boolean known = check(queries, cells.get(0), unknownQueries, file, line);
        known &= check(texts, cells.get(1), unknownTexts, file, line);
        if (!GRADE.matcher(cells.get(2)).matches()) {
            problems.report(
                    file,
                    line,
                    "The score \"" + Excerpt.of(cells.get(2)) + "\" is no whole number from 0.",
                    "Write how relevant it is: 0 for not at all, 1, 2, …");
        } else if (known) {
            add(cells.get(0), cells.get(1), new Judgement(Integer.parseInt(cells.get(2)), file, line));
        }
    }

    private boolean check(Names names, String name, Set<String> unknown, Path file, int line) {
        if (names.known().test(name)) {
            return true;
        }
        if (unknown.add(name)) {
            problems.report(
                    file, line, "There is no " + names.what() + " \"" + Excerpt.of(name) + "\".", names.remedy());
        }
        return false;
    }

    private void add(String query, String text, Judgement judgement) {
        Judgement other =
                judgements.computeIfAbsent(query, _ -> new LinkedHashMap<>()).putIfAbsent(text, judgement);
        if (other != null && other.grade() != judgement.grade()) {
            problems.report(
                    judgement.file(),
                    judgement.line(),
                    "The score of \"" + Excerpt.of(text) + "\" for \"" + Excerpt.of(query) + "\" is "
                            + judgement.grade() + ", but " + other.grade() + " in " + other.file() + ":" + other.line()
                            + ".",
                    "Keep one of them.");
        }
    }
}
