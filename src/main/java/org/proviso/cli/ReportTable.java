package org.proviso.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table of a report: words in the first column, numbers in the others.
///
/// @param rows the head first, all of the same length
record ReportTable(List<List<String>> rows) {

    ReportTable {
        rows = List.copyOf(rows);
    }

    /// With columns as wide as they have to be, for a terminal.
    String text() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> Markup.TEXT.text(row.get(column)).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                String cell = Markup.TEXT.text(row.get(column));
                String padding = " ".repeat(widths[column] - cell.length());
                text.append(column == 0 ? cell + padding : "  " + padding + cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// As a table of GitHub's Markdown.
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(row(rows.getFirst())).append("|---");
        text.append("|---:".repeat(rows.getFirst().size() - 1)).append("|\n");
        rows.stream().skip(1).forEach(cells -> text.append(row(cells)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markup.MARKDOWN::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
