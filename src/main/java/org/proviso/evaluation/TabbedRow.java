package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.List;

/// A row of a table whose cells are parted by tabs. A cell that begins with a quotation mark ends with one too,
/// and those between them are doubled.
final class TabbedRow {

    private TabbedRow() {}

    /// The cells of a row, at least one.
    ///
    /// @throws IllegalArgumentException if a quotation mark is not closed, or text follows it
    static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int end;
            if (row.startsWith("\"", at)) {
                int closing = closing(row, at + 1);
                cells.add(row.substring(at + 1, closing).replace("\"\"", "\""));
                end = closing + 1;
                if (end < row.length() && row.charAt(end) != '\t') {
                    throw new IllegalArgumentException("Text follows a closing quotation mark.");
                }
            } else {
                int tab = row.indexOf('\t', at);
                end = tab < 0 ? row.length() : tab;
                cells.add(row.substring(at, end));
            }
            if (end == row.length()) {
                return cells;
            }
            at = end + 1;
        }
    }

    private static int closing(String row, int from) {
        for (int i = from; i < row.length(); i++) {
            if (row.charAt(i) == '"') {
                if (!row.startsWith("\"", i + 1)) {
                    return i;
                }
                i++;
            }
        }
        throw new IllegalArgumentException("A quotation mark is not closed.");
    }
}
