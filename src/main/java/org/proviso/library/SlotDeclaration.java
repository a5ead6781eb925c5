package org.proviso.library;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;

/// Reads one slot of a clause's front matter.
final class SlotDeclaration {

    private SlotDeclaration() {}

    static @Nullable Slot read(String name, YamlMap yaml, ContractLocale locale) {
        SlotType type = yaml.read("type", SlotDeclaration::type);
        String ask = yaml.read("ask", "", SlotDeclaration::question);
        int maxWords = yaml.read("max-words", Slot.DEFAULT_MAX_WORDS, SlotDeclaration::words);
        List<String> choices = yaml.list("choices", SlotDeclaration::choice);
        SortedMap<String, Slot> columns = columns(name, yaml, locale);
        if (type == null) {
            yaml.refuseUnknownKeys();
            return null;
        }
        if ((type == SlotType.CHOICE) == choices.isEmpty() || new LinkedHashSet<>(choices).size() != choices.size()) {
            yaml.report(
                    "choices",
                    "The slot \"" + name + "\" is a " + type + " with choices " + choices + ".",
                    "Give a choice at least one `choices: [a, b]`, each once, and other types none.");
        }
        if ((type == SlotType.ROWS) == columns.isEmpty()) {
            yaml.report(
                    "columns",
                    "The slot \"" + name + "\" is a " + type + " with columns " + columns.keySet() + ".",
                    "Give rows `columns: {name: {type: …}}`, and other types none.");
        }
        if (yaml.has("max-words") && !type.isFreeText()) {
            yaml.report("max-words", "A " + type + " has no \"max-words\".", "Remove it.");
        }
        try {
            Slot unbounded = new Slot(name, type, ask, null, null, null, maxWords, choices, columns);
            SlotValue min = bound("min", unbounded, yaml, locale);
            SlotValue max = bound("max", unbounded, yaml, locale);
            Slot bounded = new Slot(name, type, ask, null, min, max, maxWords, choices, columns);
            if (min != null && max != null) {
                value("min", bounded, yaml, locale);
            }
            SlotValue defaultValue = type == SlotType.ROWS ? noDefault(yaml) : value("default", bounded, yaml, locale);
            yaml.refuseUnknownKeys();
            Slot slot = new Slot(name, type, ask, defaultValue, min, max, maxWords, choices, columns);
            return type == SlotType.ROWS && !isCounted(slot, yaml) ? null : slot;
        } catch (IllegalArgumentException e) {
            yaml.report("type", String.valueOf(e.getMessage()), "Mend the slot.");
            return null;
        }
    }

    private static SortedMap<String, Slot> columns(String name, YamlMap yaml, ContractLocale locale) {
        SortedMap<String, Slot> columns = new TreeMap<>();
        yaml.map("columns").ifPresent(all -> {
            for (String column : all.names()) {
                Slot slot = all.map(column)
                        .map(fields -> read(column, fields, locale))
                        .orElse(null);
                if (slot != null && (slot.type() == SlotType.ROWS || slot.type() == SlotType.FLAG)) {
                    all.report(
                            column,
                            "The column \"" + column + "\" of " + name + " is a " + slot.type() + ".",
                            "Give it a type that is printed.");
                } else if (slot != null) {
                    columns.put(column, slot);
                }
            }
        });
        return columns;
    }

    private static @Nullable SlotValue noDefault(YamlMap yaml) {
        if (yaml.has("default")) {
            yaml.report("default", "Rows have no \"default\".", "Remove it, or give the columns defaults.");
        }
        return null;
    }

    /// Whether rows have a fewest and a most number that a text can be printed with; reports it if not.
    private static boolean isCounted(Slot slot, YamlMap yaml) {
        BigDecimal limit = BigDecimal.valueOf(Slot.MAX_ROWS);
        boolean most = slot.max() instanceof Quantity max
                && max.number().signum() > 0
                && max.number().compareTo(limit) <= 0;
        boolean fewest = slot.min() == null
                || (slot.min() instanceof Quantity min && min.number().compareTo(limit) <= 0);
        if (!most || !fewest) {
            yaml.report(
                    "max",
                    "The rows \"" + slot.name() + "\" have no maximum from 1 to " + Slot.MAX_ROWS + ".",
                    "Add `max: 10`.");
        }
        return most && fewest && slot.minRows() <= slot.maxRows();
    }

    private static @Nullable SlotValue bound(String key, Slot slot, YamlMap yaml, ContractLocale locale) {
        if (yaml.has(key) && !slot.type().isBounded()) {
            yaml.report(key, "A " + slot.type() + " has no \"" + key + "\".", "Remove it.");
            return null;
        }
        return value(key, slot, yaml, locale);
    }

    private static @Nullable SlotValue value(String key, Slot slot, YamlMap yaml, ContractLocale locale) {
        if (!yaml.has(key)) {
            return null;
        }
        return yaml.read(key, text -> switch (new SlotFormat(locale).read(slot, text)) {
            case Accepted accepted -> accepted.value();
            case Refused refused -> throw new IllegalArgumentException(refused.reason());
        });
    }

    private static SlotType type(String name) {
        return SlotType.named(name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + Excerpt.of(name)
                        + "\" is not a slot type: write one of "
                        + Arrays.stream(SlotType.values())
                                .filter(type -> type != SlotType.LABEL)
                                .toList()
                        + "."));
    }

    private static String question(String words) {
        TemplateChecks.invisible(words).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return words;
    }

    private static int words(String text) {
        if (!text.matches("[1-9]|[1-3][0-9]|40")) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not a number of words from 1 to 40.");
        }
        return Integer.parseInt(text);
    }

    private static String choice(String text) {
        TemplateChecks.plain(text).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return SlotFormat.straight(text.strip());
    }
}
