package org.proviso.migration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.proviso.clause.Excerpt;

/// Which column of a table holds what.
final class Columns {

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> headings;
    private final Map<Integer, String> untaken = new TreeMap<>();

    private Columns(List<String> headings) {
        this.headings = headings;
    }

    /// @param named headings by key, which win over the names that columns usually have
    /// @throws UnusableImport if a column that is named is not there, one stands twice, or none holds the text
    static Columns of(List<String> headings, Map<String, String> named) {
        Columns columns = new Columns(headings.stream().map(Columns::normal).toList());
        new TreeMap<>(named).forEach(columns::take);
        for (Column column : Column.values()) {
            if (!columns.places.containsKey(column)) {
                columns.guess(column);
            }
        }
        if (headings.size() == 1
                && (headings.getFirst().contains(";") || headings.getFirst().contains("\t"))) {
            throw new UnusableImport("The only column is " + shown(headings)
                    + ". Maybe semicolons or tabs stand between the cells: save it with commas.");
        }
        if (!columns.places.containsKey(Column.TEXT)) {
            throw new UnusableImport("No column holds the text of the clauses: there are " + shown(headings)
                    + ". Name it, such as --column text=\"Clause Language\".");
        }
        for (int i = 0; i < headings.size(); i++) {
            if (!columns.places.containsValue(i)) {
                columns.untaken.put(i, headings.get(i).strip());
            }
        }
        return columns;
    }

    private void take(String key, String heading) {
        Column column = Column.of(key)
                .orElseThrow(() -> new UnusableImport("There is nothing called \"" + Excerpt.of(key)
                        + "\" that a column could hold. Name one of " + String.join(", ", Column.keys()) + "."));
        if (!headings.contains(normal(heading))) {
            throw new UnusableImport(
                    "There is no column \"" + Excerpt.of(heading) + "\": there are " + shown(headings) + ".");
        }
        places.put(column, place(normal(heading)));
    }

    private void guess(Column column) {
        for (String name : column.headings()) {
            if (headings.contains(name) && !places.containsValue(headings.indexOf(name))) {
                places.put(column, place(name));
                return;
            }
        }
    }

    private int place(String heading) {
        int first = headings.indexOf(heading);
        if (headings.lastIndexOf(heading) != first) {
            throw new UnusableImport("The column \"" + Excerpt.of(heading) + "\" stands twice. Rename one.");
        }
        return first;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// A cell, without white space around it; empty if there is none.
    String cell(Column column, List<String> cells) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    /// The headings of columns that hold nothing that a clause has, by place.
    Map<Integer, String> untaken() {
        return untaken;
    }

    private static String normal(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String shown(List<String> headings) {
        List<String> shown = new ArrayList<>();
        headings.stream().limit(30).forEach(heading -> shown.add("\"" + Excerpt.of(heading) + "\""));
        return shown.isEmpty() ? "none" : String.join(", ", shown);
    }
}
