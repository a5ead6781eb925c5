package org.proviso.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.proviso.clause.Status;

/// Lines of a bulk file whose texts hold invisible characters or marks of emphasis, which no clause may: without them
/// they come in, as drafts unless they are retired, since nobody approved what is left. Joiners, which are a matter of
/// spelling, and marks that turn text around stay, for the text without them might be another.
final class Mending {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}&&[^\\p{IsJoin_Control}\\u061C\\u200F\\u202A-\\u202E\\u2066-\\u2069]]");
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\p{L}\\p{N}*_])(\\*{1,3}|_{1,3})(?=[^\\s*_])([^*_\\n]{1,2000})(?<=\\S)\\1(?![\\p{L}\\p{N}*_])");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Mending() {}

    /// The line without the marks; empty if it has none.
    static Optional<String> line(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode fields) || !fields.path("text").isTextual()) {
            return Optional.empty();
        }
        String text = fields.get("text").textValue();
        String plain = plain(text);
        if (plain.equals(text)) {
            return Optional.empty();
        }
        fields.put("text", plain);
        fields.remove("approved");
        // As a draft, a retired version would let the one before it be in force again.
        if (!fields.path("status").asText().strip().equals(Status.RETIRED.toString())) {
            fields.put("status", Status.DRAFT.toString());
        }
        return Optional.of(fields.toString());
    }

    /// The text without what nobody sees and without emphasis.
    static String plain(String text) {
        return EMPHASIS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("$2");
    }
}
