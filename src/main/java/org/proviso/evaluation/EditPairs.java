package org.proviso.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads [EditPair]s from JSON Lines in UTF-8: one object a line with the texts `original` and `altered` and
/// perhaps `category`; other fields are ignored, and so are blank lines.
public final class EditPairs {

    private static final String SHAPE = "Write {\"original\": \"…\", \"altered\": \"…\"} on one line.";

    private final List<EditPair> pairs = new ArrayList<>();

    private EditPairs() {}

    /// The pairs of all files, in order.
    ///
    /// @throws UnreadableDataException with every line that is no pair and every file that holds none
    public static List<EditPair> read(List<Path> files) {
        EditPairs reader = new EditPairs();
        DataProblems problems = new DataProblems();
        JsonLines lines = new JsonLines("pair", SHAPE, problems);
        files.forEach(file -> lines.read(file, reader::add));
        problems.throwAny();
        return reader.pairs;
    }

    private void add(JsonLine line) {
        String original = line.text("original");
        String altered = line.text("altered");
        String category = line.text("category", "");
        if (original != null && altered != null && category != null) {
            pairs.add(new EditPair(
                    line.file().toString(),
                    line.number(),
                    line.object().path("id").asText(""),
                    original,
                    altered,
                    category));
        }
    }
}
