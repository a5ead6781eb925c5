package org.proviso.json;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;
import org.proviso.library.FieldProblem;
import org.proviso.library.ValueTexts;

/// Makes texts by name of the slot values in a JSON object: a string, number or boolean as it is written, an
/// array of objects as the cells of rows. What `null` stands for counts as absent.
public final class JsonValues {

    /// What all values of a request may come to, cells included.
    private static final int MAX_TEXTS = 2_500;

    private static final String ONE = "give a string, number or boolean";

    private final String field;
    private final Consumer<FieldProblem> problems;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private JsonValues(String field, Consumer<FieldProblem> problems) {
        this.field = field;
        this.problems = problems;
    }

    /// @param field where the values stand in the request
    /// @param values as [JsonTree] reads them
    public static SortedMap<String, String> texts(
            String field, Map<String, Object> values, Consumer<FieldProblem> problems) {
        JsonValues reader = new JsonValues(field, problems);
        values.forEach(reader::value);
        if (reader.texts.size() > MAX_TEXTS) {
            problems.accept(FieldProblem.malformed(
                    field, "The rows have more than " + MAX_TEXTS + " values in all: send less."));
            reader.texts.clear();
        }
        return reader.texts;
    }

    private void value(String name, Object value) {
        if (value instanceof List<?> rows) {
            rows(name, rows);
        } else {
            put(name, value, ONE + "; of rows, an array of objects");
        }
    }

    private void rows(String name, List<?> rows) {
        if (rows.size() > Slot.MAX_ROWS) {
            report(name, "It has " + rows.size() + " rows: give at most " + Slot.MAX_ROWS + ".");
            return;
        }
        add(ValueTexts.countOf(name), Integer.toString(rows.size()));
        for (int row = 1; row <= rows.size(); row++) {
            @Nullable Object cells = rows.get(row - 1);
            if (cells instanceof Map<?, ?> columns && texts.size() <= MAX_TEXTS) {
                int number = row;
                columns.forEach((column, cell) -> put(Slot.inRow(name, number, String.valueOf(column)), cell, ONE));
            } else if (!(cells instanceof Map<?, ?>)) {
                report(
                        name + "[" + row + "]",
                        "It is " + JsonTree.describe(cells) + ": give an object with a value for each column; what is"
                                + " no rows takes a string, number or boolean.");
            }
        }
    }

    private void put(String name, @Nullable Object value, String remedy) {
        String text = JsonTree.scalar(value);
        if (text != null) {
            add(name, text);
        } else if (value != JsonTree.NULL) {
            report(name, "It is " + JsonTree.describe(value) + ": " + remedy + ".");
        }
    }

    private void add(String name, String text) {
        if (texts.putIfAbsent(name, text) != null) {
            report(name, "It is given twice, in an array and by its own name; keep one.");
        }
    }

    private void report(String name, String message) {
        problems.accept(FieldProblem.malformed(field + "." + Excerpt.of(name), message));
    }
}
