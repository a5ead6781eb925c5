package org.proviso.certificate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// The fields of a JSON object that knows where it stands. Every refusal is an [IllegalArgumentException] that
/// names the place.
final class Fields {

    private static final int HASH_DIGITS = 64;

    /// No tree is deeper.
    private static final int MAX_PATH = 64;

    private final String place;
    private final Map<String, Object> values;
    private final Set<String> known = new HashSet<>();

    Fields(String place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return value(name, String.class, "a string");
    }

    /// A text that has to be `expected`.
    void constant(String name, String expected) {
        String text = text(name);
        if (!text.equals(expected)) {
            throw refused(name, "is \"" + Excerpt.of(text) + "\", not \"" + expected + "\"");
        }
    }

    /// A number from 0 to `max`.
    long number(String name, long max) {
        long number = value(name, Long.class, "a whole number");
        if (number < 0 || number > max) {
            throw refused(name, "is " + number + ", not 0 to " + max);
        }
        return number;
    }

    /// A text that `reader` takes, which refuses by [IllegalArgumentException].
    <T> T read(String name, Function<String, T> reader) {
        String text = text(name);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(name, "is refused: " + e.getMessage());
        }
    }

    <T> @Nullable T optional(String name, Function<String, T> reader) {
        return has(name) ? read(name, reader) : null;
    }

    LocalDate day(String name) {
        return read(name, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not a day.", e);
            }
        });
    }

    /// A SHA-256 in lower-case hexadecimal.
    String hash(String name) {
        return hash(name, text(name));
    }

    /// An audit path, bottom up.
    List<String> path(String name) {
        List<String> path = new ArrayList<>();
        for (Object hash : list(name, MAX_PATH)) {
            path.add(hash(name, hash));
        }
        return path;
    }

    private String hash(String name, Object value) {
        if (value instanceof String text && isHash(text)) {
            return text;
        }
        throw refused(name, "holds \"" + Excerpt.of(value.toString()) + "\", which is not a SHA-256 in hexadecimal");
    }

    private static boolean isHash(String text) {
        boolean digits = text.length() == HASH_DIGITS;
        for (int i = 0; i < text.length() && digits; i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return digits;
    }

    Fields object(String name) {
        return new Fields(place + "." + name, map(name));
    }

    /// An object as it is.
    Map<String, Object> map(String name) {
        return named(value(name, Map.class, "an object"));
    }

    List<Fields> objects(String name, int max) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : list(name, max)) {
            String at = name + "[" + objects.size() + "]";
            if (!(element instanceof Map<?, ?> object)) {
                throw refused(at, "is not an object");
            }
            objects.add(new Fields(place + "." + at, named(object)));
        }
        return objects;
    }

    /// Strings by name.
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw refused(name + "." + Excerpt.of(key), "is not a string");
            }
            texts.put(key, text);
        });
        return texts;
    }

    /// Refuses what nobody asked for. Comes last.
    void refuseOthers() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw refused(Excerpt.of(name), "is not known here");
            }
        }
    }

    IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException(place + "." + name + " " + why + ".");
    }

    private List<?> list(String name, int max) {
        List<?> list = value(name, List.class, "an array");
        if (list.size() > max) {
            throw refused(name, "has " + list.size() + " elements, more than " + max);
        }
        return list;
    }

    private <T> T value(String name, Class<T> type, String expected) {
        known.add(name);
        Object value = values.get(name);
        if (value == null) {
            throw refused(name, "is missing");
        }
        if (!type.isInstance(value)) {
            throw refused(name, "is not " + expected);
        }
        return type.cast(value);
    }

    /// JSON has no keys but strings.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}
