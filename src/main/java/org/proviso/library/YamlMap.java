package org.proviso.library;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.library.Node.Entry;
import org.proviso.library.Node.Mapping;
import org.proviso.library.Node.Scalar;
import org.proviso.library.Node.Sequence;

/// The fields of a YAML or JSON mapping, which knows where it stands: every read reports what is wrong with file
/// and line and goes on, so that one pass finds every problem.
final class YamlMap {

    private final ProblemSink sink;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// The keys that were asked for, as often as they were.
    private final List<String> known = new ArrayList<>();

    YamlMap(Mapping mapping, ProblemSink sink) {
        this.sink = sink;
        this.line = mapping.line();
        for (Entry entry : mapping.entries()) {
            String key = entry.key();
            if (key.isEmpty()) {
                sink.report(entry.line(), "A key is empty or not a word.", "Write `key: value`.");
            } else if (entries.putIfAbsent(key, entry) != null) {
                sink.report(entry.line(), "The key \"" + Excerpt.of(key) + "\" stands twice.", "Keep one.");
            }
        }
    }

    /// Reads a YAML document whose top is a mapping; empty after reporting if it is none.
    static Optional<YamlMap> parse(String yaml, ProblemSink sink) {
        return YamlReader.read(yaml, sink).map(mapping -> new YamlMap(mapping, sink));
    }

    /// Whether the key is there; asking makes it known.
    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /// The line of a key, or of the mapping where the key is missing.
    int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /// The text of a key that has to be there; null after reporting if it is not.
    @Nullable
    String text(String key) {
        String text = optionalText(key);
        if (text == null && !has(key)) {
            sink.report(line, "\"" + key + "\" is missing.", "Add `" + key + ": …`.");
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return whole(key, scalar.text().strip());
        }
        report(key, "\"" + key + "\" is not a text.", "Write `" + key + ": …` with a value on the same line.");
        return null;
    }

    /// Reads a key by `reader`; a refusal becomes a problem at the key, and null.
    <T> @Nullable T read(String key, Function<String, T> reader) {
        String text = text(key);
        return text == null ? null : convert(key, text, reader);
    }

    <T> T read(String key, T absent, Function<String, T> reader) {
        String text = optionalText(key);
        T value = text == null ? null : convert(key, text, reader);
        return value == null ? absent : value;
    }

    <T> List<T> list(String key, Function<String, T> reader) {
        Node node = node(key);
        List<T> list = new ArrayList<>();
        if (node == null) {
            return list;
        }
        if (!(node instanceof Sequence sequence)) {
            report(key, "\"" + key + "\" is not a list.", "Write `" + key + ": [a, b]`.");
            return list;
        }
        for (Node element : sequence.elements()) {
            String text = element instanceof Scalar scalar ? scalar.text().strip() : "";
            T value = text.isEmpty() || whole(key, text) == null ? null : convert(key, text, reader);
            if (value != null) {
                list.add(value);
            } else if (text.isEmpty()) {
                sink.report(element.line(), "An element of \"" + key + "\" is not a text.", "Write a plain value.");
            }
        }
        return list;
    }

    /// The text; null after reporting if it is not made of whole characters, which JSON escapes make possible.
    private @Nullable String whole(String key, String text) {
        if (CanonicalJson.isWritable(text)) {
            return text;
        }
        report(key, "\"" + key + "\" holds half a surrogate pair, which is no character.", "Write a whole one.");
        return null;
    }

    /// Reads a list, or one text as a list of one.
    <T> List<T> oneOrMore(String key, Function<String, T> reader) {
        if (!(node(key) instanceof Scalar)) {
            return list(key, reader);
        }
        T value = read(key, reader);
        return value == null ? List.of() : List.of(value);
    }

    boolean flag(String key, boolean absent) {
        return read(key, absent, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is neither true nor false.");
        });
    }

    @Nullable
    LocalDate date(String key) {
        String text = optionalText(key);
        return text == null ? null : convert(key, text, YamlMap::isoDate);
    }

    Optional<YamlMap> map(String key) {
        Node node = node(key);
        if (node instanceof Mapping mapping) {
            return Optional.of(new YamlMap(mapping, sink));
        }
        if (node != null) {
            report(key, "\"" + key + "\" holds no `key: value` pairs.", "Write `" + key + ": {key: value}`.");
        }
        return Optional.empty();
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        Node node = node(key);
        if (node instanceof Sequence sequence) {
            for (Node element : sequence.elements()) {
                if (element instanceof Mapping mapping) {
                    maps.add(new YamlMap(mapping, sink));
                } else {
                    sink.report(element.line(), "An element of \"" + key + "\" has no keys.", "Write `- key: value`.");
                }
            }
        } else {
            report(key, "\"" + key + "\" is not a list.", "Write `" + key + ":` and one `- …` line for each.");
        }
        return maps;
    }

    /// Every key, for mappings whose keys are names.
    Collection<String> names() {
        return List.copyOf(entries.keySet());
    }

    /// Reports every key that nobody asked for.
    void refuseUnknownKeys() {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                report(
                        key,
                        "The key \"" + Excerpt.of(key) + "\" is unknown here.",
                        "Known keys: " + String.join(", ", new LinkedHashSet<>(known)) + ".");
            }
        }
    }

    private @Nullable Node node(String key) {
        Entry entry = has(key) ? entries.get(key) : null;
        return entry == null ? null : entry.value();
    }

    void report(String key, String message, String remedy) {
        sink.report(line(key), message, remedy);
    }

    private <T> @Nullable T convert(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            report(key, String.valueOf(e.getMessage()), "Mend \"" + key + "\".");
            return null;
        }
    }

    private static LocalDate isoDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not a day: write it as 2026-01-31.", e);
        }
    }
}
