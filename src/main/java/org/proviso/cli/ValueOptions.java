package org.proviso.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Slot values, from a file and from the command line; the latter win.
final class ValueOptions {

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "JSON object of slot values, or a draft request with `values`")
    private @Nullable Path file;

    @Option(names = "--value", paramLabel = "SLOT=VALUE", description = "one slot value; may be repeated")
    private Map<String, String> single = new LinkedHashMap<>();

    /// @throws CommandFailure if the file is missing or no JSON object of texts, booleans and numbers
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        if (file != null) {
            JsonNode object = read(file);
            JsonNode slots = object.path("values").isObject() ? object.path("values") : object;
            for (Map.Entry<String, JsonNode> slot : slots.properties()) {
                JsonNode value = slot.getValue().isObject() ? slot.getValue().path("value") : slot.getValue();
                if (!value.isValueNode() || value.isNull()) {
                    throw new CommandFailure(
                            ExitStatus.WRONG_USE,
                            file + ": the value of \"" + slot.getKey() + "\" is not a text, a number, true or false.");
                }
                values.put(slot.getKey(), value.asText());
            }
        }
        values.putAll(single);
        return values;
    }

    private static JsonNode read(Path file) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            JsonNode node = mapper.readTree(Files.readAllBytes(file));
            if (node == null || !node.isObject()) {
                throw new CommandFailure(
                        ExitStatus.WRONG_USE, file + " holds no JSON object; write {\"slot\": \"value\"}.");
            }
            return node;
        } catch (JacksonException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    file + ":" + e.getLocation().getLineNr() + ": this is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "The file " + file + " cannot be read.");
        }
    }
}
