package org.proviso.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.proviso.clause.BlockLabel;
import org.proviso.clause.Excerpt;

/// The fields and paragraphs of one row.
final class RowFields {

    private final Place place;
    private final List<String> cells;
    private final Columns columns;
    private final ImportRequest request;
    private final List<Finding> findings;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();

    RowFields(Place place, List<String> cells, Columns columns, ImportRequest request, List<Finding> findings) {
        this.place = place;
        this.cells = cells;
        this.columns = columns;
        this.request = request;
        this.findings = findings;
    }

    Place place() {
        return place;
    }

    /// In the order of the library's format, without slots.
    Map<String, Object> fields() {
        return fields;
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /// @return whether there is no problem
    boolean read(Names ids) {
        int before = findings.size();
        refuseFormulas();
        String category = line(Column.CATEGORY);
        String title = line(Column.TITLE).isEmpty() ? category : line(Column.TITLE);
        if (title.isEmpty()) {
            problem("The row has no title.", "Fill in a title, or name its column with --column title=HEADING.");
        }
        String id = id(ids, title);
        fields.put("id", id);
        put(Column.VERSION, CellValues::version, 1);
        fields.put("title", title);
        family(id, category, title);
        if (!category.isEmpty()) {
            fields.put("category", category);
        }
        put(Column.POSITION, CellValues::position, null);
        put(Column.MAY_AGREE, CellValues::role, null);
        put(Column.STATUS, CellValues::status, request.status().toString());
        put(Column.JURISDICTIONS, CellValues::jurisdictions, null);
        put(Column.GUIDANCE, words -> words.replace("\r\n", "\n").replace('\r', '\n'), null);
        put(Column.SOURCE, Function.identity(), null);
        put(Column.LICENCE, Function.identity(), null);
        text();
        return !ClauseMaking.hasProblem(findings, before);
    }

    private String id(Names ids, String title) {
        String own = cell(Column.ID);
        if (own.isEmpty()) {
            return ids.unique(Names.slug(title));
        }
        if (own.length() <= 80 && own.matches("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")) {
            return own;
        }
        String made = Names.slug(own);
        note("The id \"" + Excerpt.of(own) + "\" becomes " + made + ".");
        return made;
    }

    /// The clauses of a type are one family if the table ranks them.
    private void family(String id, String category, String title) {
        String own = line(Column.FAMILY);
        String family = !own.isEmpty()
                ? Names.slug(own)
                : columns.has(Column.POSITION) ? Names.slug(category.isEmpty() ? title : category) : id;
        if (!family.equals(id)) {
            fields.put("family", family);
        }
    }

    /// Every line of a cell is a paragraph.
    private void text() {
        boolean first = true;
        for (String line : cell(Column.TEXT).split("\\R|\\u000B", -1)) {
            String words = line.strip();
            int label = first ? BlockLabel.length(words) : 0;
            if (label > 0) {
                note("The label \"" + words.substring(0, label)
                        + "\" in front of the text stays out: contracts number.");
                words = words.substring(label).strip();
            }
            if (!words.isEmpty()) {
                paragraphs.add(new Paragraph("", Piece.of(words, false), place));
                first = false;
            }
        }
        if (paragraphs.isEmpty()) {
            problem("The row has no text.", "Write the words of the clause.");
        }
    }

    /// A spreadsheet would run it.
    private void refuseFormulas() {
        for (Column column : Column.values()) {
            if (cell(column).startsWith("=")) {
                problem(
                        "The " + column.key() + " \"" + Excerpt.of(cell(column)) + "\" is a formula.",
                        "Write its result.");
            }
        }
    }

    private String line(Column column) {
        return cell(column).replaceAll("\\s+", " ");
    }

    private String cell(Column column) {
        return columns.cell(column, cells);
    }

    private void put(Column column, Function<String, ?> reader, @org.jspecify.annotations.Nullable Object absent) {
        String words = cell(column);
        try {
            Object value = words.isEmpty() ? absent : reader.apply(words);
            if (value != null) {
                fields.put(column.key(), value);
            }
        } catch (IllegalArgumentException e) {
            problem(column.key() + ": " + e.getMessage(), "Mend the cell.");
        }
    }

    private void problem(String message, String remedy) {
        findings.add(Finding.problem(place, message, remedy));
    }

    private void note(String message) {
        findings.add(Finding.note(place, message));
    }
}
