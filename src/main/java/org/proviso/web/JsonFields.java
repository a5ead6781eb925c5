package org.proviso.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.json.JsonTree;
import org.proviso.json.JsonTree.Numeral;
import org.proviso.json.JsonValues;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.RequestReader;

/// The fields of a JSON object. Every read reports what is wrong with the field and goes on, so that one answer
/// names everything; nothing is coerced. A field that is `null` counts as absent.
final class JsonFields {

    /// What one array or map of a request may hold.
    private static final int MAX_ENTRIES = 500;

    private final String path;
    private final Map<String, Object> fields;
    private final RequestReader problems;
    private final Set<String> known = new TreeSet<>();

    private JsonFields(String path, Map<String, Object> fields, RequestReader problems) {
        this.path = path;
        this.fields = fields;
        this.problems = problems;
    }

    /// @throws InvalidRequestException if `json` is not an object
    static JsonFields top(Object json, RequestReader problems) {
        if (json instanceof Map<?, ?> object) {
            return new JsonFields("", named(object), problems);
        }
        throw new InvalidRequestException(
                FieldProblem.malformed("", "The body is " + JsonTree.describe(json) + ": send a JSON object."));
    }

    @Nullable
    String text(String name) {
        return field(name, "a string", JsonFields::asText);
    }

    /// A text that has to be there; null after a report.
    ///
    /// @param remedy what to give if it is missing
    @Nullable
    String requiredText(String name, String remedy) {
        String text = text(name);
        if (text == null && isAbsent(name)) {
            report(name, "The field is missing: " + remedy);
        }
        return text;
    }

    @Nullable
    Boolean flag(String name) {
        return field(name, "true or false", value -> value instanceof Boolean flag ? flag : null);
    }

    /// A whole number in digits, or null.
    @Nullable
    String numeral(String name) {
        return field(name, "a number", value -> value instanceof Numeral number ? number.written() : null);
    }

    /// Strings; empty if absent.
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<?> values = field(name, "an array of strings", value -> value instanceof List<?> list ? list : null);
        if (values != null && isWithinBounds(name, values.size())) {
            for (int i = 0; i < values.size(); i++) {
                String text = convert(name + "[" + i + "]", "a string", values.get(i), JsonFields::asText);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// Strings by name; empty if absent.
    Map<String, String> textMap(String name) {
        return map(name, "a string", JsonFields::asText);
    }

    /// Slot values as texts by name, rows cell by cell; empty if absent.
    Map<String, String> slotValues(String name) {
        Map<?, ?> values = field(name, "an object", value -> value instanceof Map<?, ?> map ? map : null);
        return values == null || !isWithinBounds(name, values.size())
                ? Map.of()
                : JsonValues.texts(path + name, named(values), problems::report);
    }

    /// An object; null if absent or after a report.
    @Nullable
    JsonFields object(String name) {
        return field(name, "an object", value -> asFields(name, value));
    }

    /// An object as it is, whatever it holds; null if absent or after a report.
    @Nullable
    Map<String, Object> raw(String name) {
        return field(name, "an object", value -> value instanceof Map<?, ?> object ? named(object) : null);
    }

    /// Objects; null if absent or after a report.
    @Nullable
    List<JsonFields> objects(String name) {
        List<?> values = field(name, "an array of objects", value -> value instanceof List<?> list ? list : null);
        if (values == null) {
            return null;
        }
        List<JsonFields> objects = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String item = name + "[" + i + "]";
            JsonFields object = convert(item, "an object", values.get(i), value -> asFields(item, value));
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    boolean isText(String name) {
        return fields.get(name) instanceof String;
    }

    boolean isAbsent(String name) {
        return fields.getOrDefault(name, JsonTree.NULL) == JsonTree.NULL;
    }

    /// Takes fields that are read by nobody.
    void ignore(Set<String> names) {
        known.addAll(names);
    }

    /// Reports every field that was neither read nor ignored. Comes last.
    void refuseUnknown() {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                report(Excerpt.of(name), "There is no such field: the fields are " + String.join(", ", known) + ".");
            }
        }
    }

    void report(String name, String message) {
        problems.report(FieldProblem.malformed(path + name, message));
    }

    /// The name of a field as problems call it.
    String path(String name) {
        return path + name;
    }

    private <T> @Nullable T field(String name, String expected, Function<Object, @Nullable T> reader) {
        known.add(name);
        return isAbsent(name) ? null : convert(name, expected, fields.getOrDefault(name, JsonTree.NULL), reader);
    }

    private Map<String, String> map(String name, String expected, Function<Object, @Nullable String> reader) {
        Map<String, String> read = new TreeMap<>();
        Map<?, ?> values = field(name, "an object", value -> value instanceof Map<?, ?> map ? map : null);
        if (values != null && isWithinBounds(name, values.size())) {
            named(values).forEach((key, value) -> {
                if (value != JsonTree.NULL) {
                    String text = convert(name + "." + Excerpt.of(key), expected, value, reader);
                    if (text != null) {
                        read.put(key, text);
                    }
                }
            });
        }
        return read;
    }

    private <T> @Nullable T convert(
            String name, String expected, @Nullable Object value, Function<Object, @Nullable T> reader) {
        T read = value == null ? null : reader.apply(value);
        if (read == null) {
            report(name, "It is " + JsonTree.describe(value) + ": give " + expected + ".");
        }
        return read;
    }

    private boolean isWithinBounds(String name, int size) {
        if (size > MAX_ENTRIES) {
            report(name, "It has " + size + " entries: give at most " + MAX_ENTRIES + ".");
        }
        return size <= MAX_ENTRIES;
    }

    private @Nullable JsonFields asFields(String name, Object value) {
        return value instanceof Map<?, ?> object ? new JsonFields(path + name + ".", named(object), problems) : null;
    }

    private static @Nullable String asText(Object value) {
        return value instanceof String text ? text : null;
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = LinkedHashMap.newLinkedHashMap(object.size());
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
