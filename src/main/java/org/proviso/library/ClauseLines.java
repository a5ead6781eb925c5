package org.proviso.library;

import java.util.Optional;
import org.proviso.library.FileLines.Line;

/// Reads a line of a bulk file: one clause as a JSON object with the front matter's keys and `text`.
final class ClauseLines {

    private ClauseLines() {}

    /// The clause; empty after a report, and for a blank line.
    static Optional<LoadedClause> read(Line line, ProblemSink fileSink, ClauseReader reader) {
        ProblemSink sink = fileSink.below(line.number() - 1);
        if (line.bytes() == null) {
            sink.report(1, "The line is longer than 1 MiB.", "Write one clause a line.");
            return Optional.empty();
        }
        String json = LibraryFiles.utf8(line.bytes());
        if (json == null) {
            sink.report(1, "The line is not UTF-8.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        if (json.isBlank()) {
            return Optional.empty();
        }
        return JsonReader.read(json, sink).flatMap(object -> {
            YamlMap fields = new YamlMap(object, sink);
            String text = fields.text("text");
            return reader.read(fields, text == null ? "" : text.replace("\r\n", "\n"), sink, sink.inside("text"))
                    .map(loaded -> new LoadedClause(loaded.clause(), _ -> 1, loaded.fields(), loaded.text()));
        });
    }
}
