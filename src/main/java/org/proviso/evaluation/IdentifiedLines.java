package org.proviso.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// Reads JSON Lines that each have an id of their own and a text: `{"_id": "…", "text": "…"}`.
final class IdentifiedLines {

    /// Takes what was read.
    @FunctionalInterface
    interface Taker {
        void take(JsonLine line, String id, String text);
    }

    private final DataProblems problems;
    private final Taker taker;
    private final Map<String, Integer> lines = new HashMap<>();

    private IdentifiedLines(DataProblems problems, Taker taker) {
        this.problems = problems;
        this.taker = taker;
    }

    /// @param what a line is, such as `query`
    static void read(Path file, String what, DataProblems problems, Taker taker) {
        IdentifiedLines reader = new IdentifiedLines(problems, taker);
        new JsonLines(what, "Write {\"_id\": \"…\", \"text\": \"…\"} on one line.", problems).read(file, reader::read);
    }

    private void read(JsonLine line) {
        String id = id(line);
        String text = line.text("text");
        if (id != null && text != null) {
            taker.take(line, id, text);
        }
    }

    private @Nullable String id(JsonLine line) {
        String id = line.text("_id");
        if (id == null) {
            return null;
        }
        if (id.isBlank()) {
            line.report("The id is blank.", "Write \"_id\": \"…\".");
            return null;
        }
        Integer other = lines.putIfAbsent(id, line.number());
        if (other != null) {
            problems.report(
                    line.file(),
                    line.number(),
                    "The id \"" + Excerpt.of(id) + "\" stands in line " + other + " too.",
                    "Give every line an id of its own.");
            return null;
        }
        return id;
    }
}
