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
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML 1.2 mapping that knows where it stands: every read reports what is wrong with file and line and goes on, so
/// that one pass finds every problem.
final class YamlMap {

    private final ProblemSink sink;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private YamlMap(ProblemSink sink, MappingNode node) {
        this.sink = sink;
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            keyLines.putIfAbsent(key, lineOf(tuple.getKeyNode()));
            if (key.isEmpty()) {
                sink.report(lineOf(tuple.getKeyNode()), "A key is empty or not a word.", "Write `key: value`.");
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                sink.report(
                        lineOf(tuple.getKeyNode()), "The key \"" + Excerpt.of(key) + "\" stands twice.", "Keep one.");
            }
        }
    }

    /// Reads a document whose top is a mapping; empty after reporting if it is none.
    static Optional<YamlMap> parse(String yaml, ProblemSink sink) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LibraryLoader.MAX_FILE_BYTES)
                .build();
        try {
            Node node = new Compose(settings).composeString(yaml).orElse(null);
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(sink, mapping));
            }
            sink.report(1, "There are no `key: value` lines.", "Start with `id: …`.");
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            sink.report(at, "This is not YAML: " + e.getProblem() + ".", "Check indentation, quotes and colons here.");
        } catch (YamlEngineException e) {
            sink.report(1, "This is not YAML.", "Check indentation, quotes and colons.");
        }
        return Optional.empty();
    }

    ProblemSink sink() {
        return sink;
    }

    /// Whether the key is there; asking makes it known.
    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /// The line of a key, or of the mapping where the key is missing.
    int line(String key) {
        return keyLines.getOrDefault(key, line);
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
        Node node = has(key) ? values.get(key) : null;
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
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
        known.add(key);
        Node node = values.get(key);
        List<T> list = new ArrayList<>();
        if (node == null) {
            return list;
        }
        if (!(node instanceof SequenceNode sequence)) {
            report(key, "\"" + key + "\" is not a list.", "Write `" + key + ": [a, b]`.");
            return list;
        }
        for (Node element : sequence.getValue()) {
            T value = element instanceof ScalarNode scalar ? convert(key, scalar.getValue(), reader) : null;
            if (value != null) {
                list.add(value);
            } else if (!(element instanceof ScalarNode)) {
                sink.report(lineOf(element), "An element of \"" + key + "\" is not a text.", "Write a plain value.");
            }
        }
        return list;
    }

    /// Reads a list, or one text as a list of one.
    <T> List<T> oneOrMore(String key, Function<String, T> reader) {
        if (!(values.get(key) instanceof ScalarNode)) {
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
        known.add(key);
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(sink, mapping));
        }
        if (node != null) {
            report(key, "\"" + key + "\" holds no `key: value` pairs.", "Write `" + key + ": {key: value}`.");
        }
        return Optional.empty();
    }

    List<YamlMap> maps(String key) {
        known.add(key);
        List<YamlMap> maps = new ArrayList<>();
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                if (element instanceof MappingNode mapping) {
                    maps.add(new YamlMap(sink, mapping));
                } else {
                    sink.report(lineOf(element), "An element of \"" + key + "\" has no keys.", "Write `- key: value`.");
                }
            }
        } else {
            report(key, "\"" + key + "\" is not a list.", "Write `" + key + ":` and one `- …` line for each.");
        }
        return maps;
    }

    /// Every key, for mappings whose keys are names.
    Collection<String> names() {
        return List.copyOf(values.keySet());
    }

    /// Reports every key that nobody asked for.
    void refuseUnknownKeys() {
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> report(
                        key,
                        "The key \"" + Excerpt.of(key) + "\" is unknown here.",
                        "Known keys: " + String.join(", ", known) + "."));
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

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
