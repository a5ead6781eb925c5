package org.proviso.migration;

import org.proviso.clause.Excerpt;

/// Where something stands in what is imported.
///
/// @param file as the user knows it
/// @param line from 1; in a workbook, the row
/// @param where what people look for there, such as `row 5` or a heading; may be empty
public record Place(String file, int line, String where) {

    public Place {
        where = Excerpt.of(where);
    }

    @Override
    public String toString() {
        return file + ":" + line + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
