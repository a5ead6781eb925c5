package org.proviso.library;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON in the one form of RFC 8785 for maps, lists, strings, booleans and integers: keys in UTF-16 order, no white
/// space, the shortest escapes.
final class CanonicalJson {

    private CanonicalJson() {}

    /// @throws IllegalArgumentException for any other type, floating-point numbers among them
    static String write(Object value) {
        StringBuilder json = new StringBuilder();
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
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        json.append('{');
        String separator = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.append(separator);
            appendString(entry.getKey(), json);
            json.append(':');
            append(entry.getValue(), json);
            separator = ",";
        }
        json.append('}');
    }

    private static void appendString(String string, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < string.length(); i++) {
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
}
