package org.proviso.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// JSON in the one form of RFC 8785 for maps, lists, strings, booleans and integers: keys in UTF-16 order, no
/// white space, the shortest escapes.
final class CanonicalJson {

    private static final int TYPICAL_LENGTH = 1_000;

    private CanonicalJson() {}

    /// @throws IllegalArgumentException for any other type, floating-point numbers among them
    static String write(Object value) {
        StringBuilder json = new StringBuilder(TYPICAL_LENGTH);
        append(value, json);
        return json.toString();
    }

    private static void append(Object value, StringBuilder json) {
        switch (value) {
            case String string -> appendString(string, json);
            case Boolean _, Integer _ -> json.append(value);
            case List<?> list -> {
                json.append('[');
                for (int i = 0; i < list.size(); i++) {
                    json.append(i == 0 ? "" : ",");
                    append(list.get(i), json);
                }
                json.append(']');
            }
            case Map<?, ?> map -> appendObject(map, json);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static void appendObject(Map<?, ?> map, StringBuilder json) {
        String[] keys = map.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        json.append('{');
        String separator = "";
        for (String key : keys) {
            json.append(separator);
            appendString(key, json);
            json.append(':');
            append(Objects.requireNonNull(map.get(key)), json);
            separator = ",";
        }
        json.append('}');
    }

    private static void appendString(String string, StringBuilder json) {
        json.append('"');
        int plain = 0;
        while (plain < string.length() && isPlain(string.charAt(plain))) {
            plain++;
        }
        json.append(string, 0, plain);
        for (int i = plain; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    }
}
