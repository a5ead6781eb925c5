package org.proviso.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Excerpt;

/// Reads [EditPair]s from JSON Lines in UTF-8: one object a line with the texts `original` and `altered` and
/// perhaps `category`; other fields are ignored, and so are blank lines.
public final class EditPairs {

    private static final String SHAPE = "Write {\"original\": \"…\", \"altered\": \"…\"} on one line.";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final List<EditPair> pairs = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();

    private EditPairs() {}

    /// The pairs of all files, in order.
    ///
    /// @throws UnreadableDataException with every line that is no pair and every file that holds none
    public static List<EditPair> read(List<Path> files) {
        EditPairs reader = new EditPairs();
        files.forEach(reader::read);
        if (!reader.problems.isEmpty()) {
            throw new UnreadableDataException(reader.problems);
        }
        return reader.pairs;
    }

    private void read(Path file) {
        byte[] bytes;
        try {
            if (!Files.exists(file)) {
                report(file, 0, "There is no such file.", "Name a file of JSON Lines.");
                return;
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            report(file, 0, "The file cannot be read: " + e.getMessage() + ".", "Name a readable file of JSON Lines.");
            return;
        }
        int found = pairs.size() + problems.size();
        int line = 1;
        for (int start = 0; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            readLine(file, line, ByteBuffer.wrap(bytes, start, end - start));
            start = end + 1;
        }
        if (pairs.size() + problems.size() == found) {
            report(file, 0, "The file holds no pair.", SHAPE);
        }
    }

    private void readLine(Path file, int line, ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            String json = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (json.codePoints().allMatch(CodePoints::isWhiteSpace)) {
                return;
            }
            JsonNode object = mapper.readTree(json);
            if (!object.isObject()) {
                report(file, line, "\"" + Excerpt.of(json.strip()) + "\" is no JSON object.", SHAPE);
                return;
            }
            String original = text(file, line, object, "original");
            String altered = text(file, line, object, "altered");
            String category = object.has("category") ? text(file, line, object, "category") : "";
            if (original != null && altered != null && category != null) {
                pairs.add(
                        new EditPair(file.toString(), line, object.path("id").asText(""), original, altered, category));
            }
        } catch (CharacterCodingException e) {
            report(file, line, "The line is not text in UTF-8.", "Save the file in UTF-8.");
        } catch (JsonProcessingException e) {
            report(file, line, "This is not JSON: " + e.getOriginalMessage() + ".", SHAPE);
        }
    }

    private @Nullable String text(Path file, int line, JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value != null && value.isTextual()) {
            return value.textValue();
        }
        report(
                file,
                line,
                value == null
                        ? "The field \"" + field + "\" is missing."
                        : "The field \"" + field + "\" is " + Excerpt.of(value.toString()) + ", which is no text.",
                "Write \"" + field + "\": \"…\".");
        return null;
    }

    private void report(Path file, int line, String message, String remedy) {
        problems.add(new LineProblem(file.toString(), line, message, remedy));
    }
}
