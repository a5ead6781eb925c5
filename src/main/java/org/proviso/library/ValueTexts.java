package org.proviso.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;

/// The texts of a request's values, rows put together.
///
/// A request names a cell as [Slot#inRow] does. The number of rows follows from the cells; a request may say it
/// too, by the name of the rows or by [#countOf], and then it has to agree.
public final class ValueTexts {

    private static final Pattern CELL = Pattern.compile("([^\\[\\]]+)\\[([1-9][0-9]?)]\\.(.+)", Pattern.DOTALL);
    private static final String COUNT = "[]";

    private final String field;
    private final SortedMap<String, String> single = new TreeMap<>();
    private final SortedMap<String, String> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, SortedMap<String, String>>> cells = new TreeMap<>();

    private ValueTexts(String field) {
        this.field = field;
    }

    /// @param field where the values stand in the request
    /// @param problems takes a problem for every name with brackets that names no cell
    public static ValueTexts of(String field, Map<String, String> texts, Consumer<FieldProblem> problems) {
        ValueTexts values = new ValueTexts(field);
        texts.forEach((name, text) -> values.add(name, text, problems));
        return values;
    }

    /// The name that an array of rows gives its length by; no slot has it.
    public static String countOf(String rows) {
        return rows + COUNT;
    }

    /// The rows that a name speaks of, or the name itself.
    public static String slotOf(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private void add(String name, String text, Consumer<FieldProblem> problems) {
        if (name.indexOf('[') < 0 && name.indexOf(']') < 0) {
            single.put(name, text);
            return;
        }
        Matcher cell = CELL.matcher(name);
        if (name.endsWith(COUNT) && name.indexOf('[') == name.length() - COUNT.length()) {
            counts.put(slotOf(name), text);
        } else if (cell.matches() && Integer.parseInt(cell.group(2)) <= Slot.MAX_ROWS) {
            cells.computeIfAbsent(cell.group(1), _ -> new TreeMap<>())
                    .computeIfAbsent(Integer.valueOf(cell.group(2)), _ -> new TreeMap<>())
                    .put(cell.group(3), text);
        } else {
            problems.accept(FieldProblem.refused(
                    path(name),
                    "This names no cell: write fees[1].amount for the column amount in the first row of fees; rows"
                            + " count from 1 to " + Slot.MAX_ROWS + "."));
        }
    }

    /// Every slot that a text is given for, rows by their own name.
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(single.keySet());
        names.addAll(counts.keySet());
        names.addAll(cells.keySet());
        return names;
    }

    /// Reports every cell under a column that none of the declarations of its rows has.
    public void refuseUnknownColumns(String rows, Collection<Slot> declared, Consumer<FieldProblem> problems) {
        SortedSet<String> known = declared.stream()
                .flatMap(slot -> slot.columns().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            return;
        }
        rows(rows)
                .forEach((row, columns) -> columns.keySet().stream()
                        .filter(column -> !known.contains(column))
                        .forEach(column -> problems.accept(FieldProblem.refused(
                                path(Slot.inRow(rows, row, column)),
                                "There is no such column: the columns are " + known + "."))));
    }

    /// Reads what is given for a slot; of rows, the count and every cell that a column of the slot takes.
    ///
    /// @param slot one that [#names] has
    /// @param problems takes what is wrong; what is returned is incomplete then
    public SortedMap<String, SlotValue> read(Slot slot, SlotFormat format, Consumer<FieldProblem> problems) {
        SortedMap<String, SlotValue> values = new TreeMap<>();
        String name = slot.name();
        if (slot.type() == SlotType.ROWS) {
            readRows(slot, format, values, problems);
        } else if (cells.containsKey(name) || counts.containsKey(name)) {
            problems.accept(FieldProblem.refused(
                    path(name), "It is no rows, but of the type " + slot.type() + ": give one value, not an array."));
        } else {
            read(slot, single.getOrDefault(name, ""), format, values, problems);
        }
        return values;
    }

    private void readRows(
            Slot slot, SlotFormat format, Map<String, SlotValue> values, Consumer<FieldProblem> problems) {
        String name = slot.name();
        SortedMap<Integer, SortedMap<String, String>> rows = rows(name);
        int last = rows.isEmpty() ? 0 : rows.lastKey();
        int count = last;
        List<FieldProblem> wrong = new ArrayList<>();
        for (Map<String, String> said : List.of(counts, single)) {
            String text = said.get(name);
            if (text != null && !text.strip().matches("0|[1-9][0-9]?")) {
                wrong.add(FieldProblem.refused(
                        path(name), "\"" + Excerpt.of(text) + "\" is no number of rows: give an array of objects."));
            } else if (text != null && count < Integer.parseInt(text.strip())) {
                count = Integer.parseInt(text.strip());
            } else if (text != null && count > Integer.parseInt(text.strip())) {
                wrong.add(FieldProblem.refused(
                        path(name),
                        "It says " + text.strip() + " rows, but row " + count
                                + " is given too: give all rows and no more."));
            }
        }
        if (wrong.isEmpty() && (count < slot.minRows() || count > slot.maxRows())) {
            wrong.add(FieldProblem.refused(
                    path(name),
                    "The number of rows is " + count + ": give " + slot.minRows() + " to " + slot.maxRows() + "."));
        }
        wrong.forEach(problems);
        if (wrong.isEmpty()) {
            values.put(name, Quantity.count(count));
            for (int row = 1; row <= count; row++) {
                readRow(slot, row, rows.getOrDefault(row, new TreeMap<>()), format, values, problems);
            }
        }
    }

    /// A column with a default may be left out; a row of nothing but such columns has to be said by a count.
    private void readRow(
            Slot rows,
            int row,
            SortedMap<String, String> texts,
            SlotFormat format,
            Map<String, SlotValue> values,
            Consumer<FieldProblem> problems) {
        boolean needed = rows.columns().values().stream().anyMatch(column -> column.defaultValue() == null);
        if (texts.isEmpty() && needed) {
            problems.accept(FieldProblem.refused(
                    path(rows.name() + "[" + row + "]"),
                    "The row is missing or empty: number rows from 1 without a gap, and give each its "
                            + String.join(", ", rows.columns().keySet()) + "."));
            return;
        }
        rows.columns().forEach((name, column) -> {
            Slot cell = column.withName(Slot.inRow(rows.name(), row, name));
            String text = texts.get(name);
            if (text != null) {
                read(cell, text, format, values, problems);
            } else if (column.defaultValue() == null) {
                problems.accept(FieldProblem.refused(
                        path(cell.name()), "The cell is missing: give it a " + column.type() + "."));
            }
        });
    }

    private void read(
            Slot slot, String text, SlotFormat format, Map<String, SlotValue> values, Consumer<FieldProblem> problems) {
        switch (format.read(slot, text)) {
            case Accepted accepted -> values.put(slot.name(), accepted.value());
            case Refused refused -> problems.accept(FieldProblem.refused(path(slot.name()), refused.reason()));
        }
    }

    private SortedMap<Integer, SortedMap<String, String>> rows(String name) {
        return cells.getOrDefault(name, Collections.emptySortedMap());
    }

    private String path(String name) {
        return field + "." + Excerpt.of(name);
    }
}
