package org.proviso.library;

import java.util.LinkedHashSet;
import java.util.List;
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

/// Reads one slot of a clause's front matter.
final class SlotDeclaration {

    private SlotDeclaration() {}

    static @Nullable Slot read(String name, YamlMap yaml, ContractLocale locale) {
        SlotType type = yaml.read("type", SlotDeclaration::type);
        String ask = yaml.read("ask", "", text -> text);
        int maxWords = yaml.read("max-words", Slot.DEFAULT_MAX_WORDS, SlotDeclaration::words);
        List<String> choices = yaml.list("choices", SlotDeclaration::choice);
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
        try {
            Slot unbounded = new Slot(name, type, ask, null, null, null, maxWords, choices, new TreeMap<>());
            SlotValue min = bound("min", unbounded, yaml, locale);
            SlotValue max = bound("max", unbounded, yaml, locale);
            Slot bounded = new Slot(name, type, ask, null, min, max, maxWords, choices, new TreeMap<>());
            if (min != null && max != null) {
                value("min", bounded, yaml, locale);
            }
            SlotValue defaultValue = value("default", bounded, yaml, locale);
            yaml.refuseUnknownKeys();
            return new Slot(name, type, ask, defaultValue, min, max, maxWords, choices, new TreeMap<>());
        } catch (IllegalArgumentException e) {
            yaml.report("type", String.valueOf(e.getMessage()), "Mend the slot.");
            return null;
        }
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
                        + "\" is not a slot type: write one of " + List.of(SlotType.values()) + "."));
    }

    private static int words(String text) {
        if (!text.matches("[1-9][0-9]?")) {
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
