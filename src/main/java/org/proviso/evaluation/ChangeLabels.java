package org.proviso.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.clause.Excerpt;
import org.proviso.verification.Deviation.Change;

/// Reads [ChangeLabel]s from JSON Lines: `{"id": "…", "kinds": ["negation", …], "material": true}`.
public final class ChangeLabels {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SHAPE =
            "Write {\"id\": \"…\", \"kinds\": [\"negation\"], \"material\": true} on one line.";

    private ChangeLabels() {}

    /// @throws UnreadableDataException with every line that is no label
    public static List<ChangeLabel> read(Path file) {
        List<LineProblem> problems = new ArrayList<>();
        List<ChangeLabel> labels = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UnreadableDataException(List.of(new LineProblem(
                    file.toString(), 0, "The file cannot be read as UTF-8.", "Name a file of labels.")));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    labels.add(label(MAPPER.readTree(lines.get(i))));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    String problem = e instanceof JsonProcessingException json
                            ? "This is not JSON: " + json.getOriginalMessage() + "."
                            : String.valueOf(e.getMessage());
                    problems.add(new LineProblem(file.toString(), i + 1, problem, SHAPE));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableDataException(problems);
        }
        return labels;
    }

    private static ChangeLabel label(JsonNode line) {
        JsonNode id = line.path("id");
        JsonNode material = line.path("material");
        if (!id.isTextual() || !line.path("kinds").isArray() || !material.isBoolean()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(line.toString()) + "\" is no label.");
        }
        Set<Change> kinds = EnumSet.noneOf(Change.class);
        line.path("kinds").forEach(kind -> kinds.add(change(kind.asText())));
        return new ChangeLabel(id.textValue(), kinds, material.booleanValue());
    }

    private static Change change(String name) {
        try {
            return Change.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + Excerpt.of(name) + "\" is no kind of change: "
                    + Arrays.stream(Change.values()).map(Change::toString).collect(Collectors.joining(", ")) + ".");
        }
    }
}
