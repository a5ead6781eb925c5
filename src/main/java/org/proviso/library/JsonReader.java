package org.proviso.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proviso.library.Node.Entry;
import org.proviso.library.Node.Mapping;
import org.proviso.library.Node.Scalar;
import org.proviso.library.Node.Sequence;

/// Reads one JSON object that stands on one line; everything in it is on line 1.
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Names that collide would break the table of names that all parsers share.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Node.MAX_DEPTH)
                    .build())
            .build();

    private JsonReader() {}

    /// The object's fields; empty after reporting if the text is no JSON object.
    static Optional<Mapping> read(String json, ProblemSink sink) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.report(1, "The line is not a JSON object.", "Write one clause a line: {\"id\": …, \"text\": …}.");
                return Optional.empty();
            }
            Mapping mapping = object(parser);
            if (parser.nextToken() != null) {
                sink.report(1, "There is more after the JSON object.", "Write one clause a line.");
                return Optional.empty();
            }
            return Optional.of(mapping);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            sink.report(
                    1,
                    "This is not JSON" + (at == null ? "" : " from character " + at.getColumnNr() + " on") + ".",
                    "Check quotes, commas, braces and escapes, and nest at most " + Node.MAX_DEPTH + " deep.");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static Mapping object(JsonParser parser) throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.add(new Entry(key, 1, value(parser)));
        }
        return new Mapping(entries, 1);
    }

    private static Node value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Node> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield new Sequence(elements, 1);
            }
            case VALUE_NULL -> new Scalar("", 1);
            default -> new Scalar(parser.getText(), 1);
        };
    }
}
