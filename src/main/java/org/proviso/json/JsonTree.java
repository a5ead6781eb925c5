package org.proviso.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;

/// Reads JSON into maps, lists, strings, booleans, [Numeral]s and [#NULL], within a number of nodes.
public final class JsonTree {

    /// What stands for `null`.
    public static final Object NULL = new Object();

    private final JsonParser parser;
    private final int maxNodes;
    private int nodes;

    /// A number as it is written; nothing is rounded.
    public record Numeral(String written) {}

    public JsonTree(JsonParser parser, int maxNodes) {
        this.parser = parser;
        this.maxNodes = maxNodes;
    }

    /// The value that starts at the current token.
    public Object read() throws IOException {
        nodes++;
        if (nodes > maxNodes) {
            throw malformed("The JSON has more than " + maxNodes + " values: send less.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> unicode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value starts at " + parser.currentToken());
        };
    }

    /// A string, number or boolean as it is written; null for anything else.
    public static @Nullable String scalar(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag.toString();
            case Numeral number -> number.written();
            case null, default -> null;
        };
    }

    /// What a value is, for a message about it.
    public static String describe(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "an array";
            case String text -> "the string \"" + Excerpt.of(text) + "\"";
            case Numeral number -> "the number " + Excerpt.of(number.written());
            case Boolean flag -> "the boolean " + flag;
            case null, default -> "null";
        };
    }

    private Map<String, Object> readObject() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = unicode(parser.currentName());
            parser.nextToken();
            object.put(name, read());
        }
        return object;
    }

    private List<Object> readArray() throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read());
        }
        return array;
    }

    /// Refuses half a surrogate pair, which is no character and cannot be written back.
    private String unicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                    throw malformed("A string before line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr() + " holds half a surrogate pair at offset " + i
                            + ": send valid Unicode.");
                }
                i++;
            }
        }
        return text;
    }

    private static InvalidRequestException malformed(String message) {
        return new InvalidRequestException(FieldProblem.malformed("", message));
    }
}
