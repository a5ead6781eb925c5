package org.proviso.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.proviso.clause.Excerpt;

/// Reads one JSON object that means the same to every reader: UTF-8, no key twice, nothing behind it, no null,
/// and whole numbers only.
final class StrictJson {

    /// No certificate is larger.
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_DEPTH = 24;

    /// Every whole number up to this one is a double of its own.
    private static final long MAX_WHOLE = (1L << 53) - 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Names that collide would break the table of names that all parsers share.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(2 * MAX_BYTES)
                    .maxNumberLength(20)
                    .build())
            .build();

    private StrictJson() {}

    /// The object with strings, booleans, longs, lists and objects in it.
    ///
    /// @param what is read, for messages
    /// @throws IllegalArgumentException naming `what` if it is no such object
    static Map<String, Object> read(byte[] json, String what) {
        if (json.length > MAX_BYTES) {
            throw new IllegalArgumentException(what + " is larger than 16 MiB.");
        }
        try (JsonParser parser = FACTORY.createParser(text(json, what))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(what + " is not a JSON object.");
            }
            Map<String, Object> object = object(parser, what);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(what + " has more behind its JSON object.");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    what + " is not JSON that is read in one way only: " + Excerpt.of(e.getOriginalMessage()) + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static String text(byte[] json, String what) {
        String text = new String(json, StandardCharsets.UTF_8);
        // Stands for bytes that are no UTF-8, unless it was written so.
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), json)) {
            throw new IllegalArgumentException(what + " is not UTF-8.");
        }
        return text;
    }

    private static Map<String, Object> object(JsonParser parser, String what) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser, what));
        }
        return object;
    }

    private static Object value(JsonParser parser, String what) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, what);
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser, what));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> whole(parser.getText(), what);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw new IllegalArgumentException(what + " holds \"" + Excerpt.of(parser.getText())
                        + "\", where only strings, truth values and whole numbers stand.");
        };
    }

    private static Long whole(String written, String what) {
        if (written.length() <= 17 && !written.equals("-0")) {
            long number = Long.parseLong(written);
            if (number <= MAX_WHOLE && number >= -MAX_WHOLE) {
                return number;
            }
        }
        throw new IllegalArgumentException(what + " holds the number " + Excerpt.of(written) + ", which is too large.");
    }
}
