package org.proviso.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// JSON in the one form of RFC 8785: keys in UTF-16 order, no white space, the shortest escapes, numbers as
/// ECMAScript prints them.
public final class CanonicalJson {

    private static final int TYPICAL_LENGTH = 1_000;

    /// Every whole number up to this one is a double of its own; others have to be sent as strings.
    private static final long MAX_WHOLE = (1L << 53) - 1;

    private CanonicalJson() {}

    /// @param value of maps by string, lists, strings, booleans, integers, longs, doubles and nulls
    /// @throws IllegalArgumentException for any other type, a number that JSON has not, and half a surrogate
    ///     pair
    public static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder(TYPICAL_LENGTH);
        append(value, json);
        return json.toString();
    }

    private static void append(@Nullable Object value, StringBuilder json) {
        switch (value) {
            case null -> json.append("null");
            case String string -> appendString(string, json);
            case Boolean _, Integer _ -> json.append(value);
            case Long whole when whole <= MAX_WHOLE && whole >= -MAX_WHOLE -> json.append(whole.longValue());
            case Double number -> json.append(EcmaNumber.print(number));
            case List<?> list -> {
                json.append('[');
                for (int i = 0; i < list.size(); i++) {
                    json.append(i == 0 ? "" : ",");
                    append(list.get(i), json);
                }
                json.append(']');
            }
            case Map<?, ?> map -> appendObject(map, json);
            default ->
                throw new IllegalArgumentException(
                        value + ", a " + value.getClass().getName() + ", has no form in JSON.");
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
            append(map.get(key), json);
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
                        refuseHalf(string, i);
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    /// Whether a string is whole characters, so that it has a form.
    static boolean isWritable(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i)) && isHalf(string, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalf(String string, int at) {
        return Character.isHighSurrogate(string.charAt(at))
                ? at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(string.charAt(at - 1));
    }

    private static void refuseHalf(String string, int at) {
        if (Character.isSurrogate(string.charAt(at)) && isHalf(string, at)) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(string) + "\" holds half a surrogate pair, which is no character.");
        }
    }
}
