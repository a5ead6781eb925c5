package org.proviso.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// One object of a file of JSON Lines.
///
/// @param problems where its fields report what is wrong with them
record JsonLine(Path file, int number, JsonNode object, DataProblems problems) {

    /// The text of a field; null after a report if there is none.
    @Nullable
    String text(String field) {
        JsonNode value = object.get(field);
        if (value != null && value.isTextual()) {
            return value.textValue();
        }
        report(
                value == null
                        ? "The field \"" + field + "\" is missing."
                        : "The field \"" + field + "\" is " + Excerpt.of(value.toString()) + ", which is no text.",
                "Write \"" + field + "\": \"…\".");
        return null;
    }

    /// The same, of a field that need not be there.
    @Nullable
    String text(String field, String absent) {
        return object.has(field) ? text(field) : absent;
    }

    void report(String message, String remedy) {
        problems.report(file, number, message, remedy);
    }
}
