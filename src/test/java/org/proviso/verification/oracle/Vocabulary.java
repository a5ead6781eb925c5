package org.proviso.verification.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Duration;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.SlotValue.Unit;

/// So few words, slots and values that clauses and documents often overlap.
final class Vocabulary {

    static final List<String> WORDS = List.of("Red", "Blue", "red", "blue", "fee", "of", "and");
    static final List<String> HEADINGS = List.of("Red", "Fees", "Red fee", "Terms and Fees");
    static final List<String> LABELS =
            List.of("1.1", "2.1", "2.", "(a)", "(b)", "-", "A.", "•", "(c)", "(i)", "ii.", "(iii)", "3)", "x)");

    /// Labels of lists in order.
    static final List<List<String>> LISTS = List.of(
            List.of("(a)", "(b)", "(c)"),
            List.of("(i)", "(ii)", "(iii)"),
            List.of("-", "-", "-"),
            List.of("  -", "-", "  -"),
            List.of("1)", "2)", "3)"),
            List.of("A.", "B.", "C."),
            List.of("(a)", "(i)", "(b)"),
            List.of("(a)", "(i)", "(ii)"));
    static final List<String> REFERENCES = List.of("1.1", "2.1", "2", "(a)", "(b)");

    /// Words that no grammar takes, or that only look like values.
    static final List<String> SPOILERS = List.of(
            "shall",
            "unless red",
            "three (4) years",
            "two (2) year",
            "EUR 5",
            "5.5.5%",
            "0005",
            "red\u200b",
            "R\u0435d",
            "⟦t⟧",
            "⟦other⟧",
            "(red)",
            "(a)",
            "b)",
            "red;",
            "Atlantis",
            "¹",
            "Page 3",
            "*red*",
            "<red>");

    static final List<Slot> SLOTS = List.of(
            Slot.of("p", SlotType.PARTY),
            text("t"),
            Slot.of("d", SlotType.DATE),
            duration("u"),
            Slot.of("m", SlotType.MONEY),
            Slot.of("n", SlotType.INTEGER),
            Slot.of("e", SlotType.PERCENT),
            Slot.of("j", SlotType.JURISDICTION),
            choice("k"),
            Slot.of("f", SlotType.FLAG),
            Slot.of("g", SlotType.FLAG),
            rows("r", Map.of("c", text("c"), "v", Slot.of("v", SlotType.INTEGER))),
            rows("s", Map.of("c", text("c"))));

    /// Names of slots that are printed outside rows, the free ones more often.
    static final List<String> PRINTED = List.of("p", "p", "t", "t", "t", "d", "u", "m", "n", "e", "j", "k");

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("p", List.of("Red", "Blue", "Red and Blue", "Red, Inc.", "A. Red")),
            Map.entry("t", List.of("red", "blue fee", "fee of red", "red, blue", "Red")),
            Map.entry("d", List.of("January 5, 2026", "May 1, 2027")),
            Map.entry("u", List.of("three (3) years", "two (2) months", "nine (9) years")),
            Map.entry("m", List.of("USD 5", "USD 50,000", "EUR 2.50")),
            Map.entry("n", List.of("5", "1,000", "12")),
            Map.entry("e", List.of("5%", "7.5%")),
            Map.entry("j", List.of("Germany", "the State of Delaware")),
            Map.entry("k", List.of("red", "blue fee")),
            Map.entry("c", List.of("red", "fee", "blue fee")),
            Map.entry("v", List.of("5", "12")));

    private Vocabulary() {}

    /// What a slot or a column may print.
    static List<String> values(String name) {
        return VALUES.get(name.substring(name.indexOf('.') + 1));
    }

    /// The value that is printed so, or null if the slot refuses it.
    static SlotValue value(SlotFormat format, String name, String printed) {
        String column = name.substring(name.indexOf('.') + 1);
        Slot slot = SLOTS.stream()
                .flatMap(each ->
                        each.type() == SlotType.ROWS ? each.columns().values().stream() : List.of(each).stream())
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow();
        return format.parse(slot, printed) instanceof Accepted(SlotValue value) ? value : null;
    }

    private static Slot text(String name) {
        return new Slot(name, SlotType.TEXT, "", null, null, null, 3, List.of(), new TreeMap<>());
    }

    private static Slot duration(String name) {
        return new Slot(
                name,
                SlotType.DURATION,
                "",
                null,
                new Duration(1, Unit.MONTH),
                new Duration(5, Unit.YEAR),
                25,
                List.of(),
                new TreeMap<>());
    }

    private static Slot choice(String name) {
        return new Slot(name, SlotType.CHOICE, "", null, null, null, 25, List.of("red", "blue fee"), new TreeMap<>());
    }

    private static Slot rows(String name, Map<String, Slot> columns) {
        return new Slot(
                name,
                SlotType.ROWS,
                "",
                null,
                Quantity.count(1),
                Quantity.count(3),
                25,
                List.of(),
                new TreeMap<>(columns));
    }
}
