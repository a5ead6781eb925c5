package org.proviso.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Excerpt;

/// Reads files of JSON Lines in UTF-8: one object a line; blank lines are passed over.
///
/// @param what a line is, such as `pair`
/// @param shape how such a line is written
record JsonLines(String what, String shape, DataProblems problems) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Hands every object to `reader`. Lines that are none are reported, and a file without lines.
    void read(Path file, Consumer<JsonLine> reader) {
        int before = problems.count();
        Reading reading = new Reading(file, reader);
        TextLines.read(file, "file of JSON Lines", problems, reading);
        if (reading.empty && problems.count() == before) {
            problems.report(file, 0, "The file holds no " + what + ".", shape);
        }
    }

    private final class Reading implements ObjIntConsumer<String> {

        private final Path file;
        private final Consumer<JsonLine> reader;
        private boolean empty = true;

        private Reading(Path file, Consumer<JsonLine> reader) {
            this.file = file;
            this.reader = reader;
        }

        @Override
        public void accept(String json, int line) {
            if (json.codePoints().allMatch(CodePoints::isWhiteSpace)) {
                return;
            }
            empty = false;
            try {
                JsonNode object = MAPPER.readTree(json);
                if (object.isObject()) {
                    reader.accept(new JsonLine(file, line, object, problems));
                } else {
                    problems.report(file, line, "\"" + Excerpt.of(json.strip()) + "\" is no JSON object.", shape);
                }
            } catch (JsonProcessingException e) {
                problems.report(file, line, "This is not JSON: " + e.getOriginalMessage() + ".", shape);
            }
        }
    }
}
