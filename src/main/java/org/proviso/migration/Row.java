package org.proviso.migration;

import java.util.List;

/// A row of a table.
///
/// @param number from 1, as a spreadsheet counts
/// @param line of the file; in a workbook, the number again
record Row(int number, int line, List<String> cells) {

    Row {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    Place place(String file) {
        return new Place(file, line, "row " + number);
    }
}
