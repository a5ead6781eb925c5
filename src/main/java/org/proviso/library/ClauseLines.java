package org.proviso.library;

import java.util.Optional;
import org.proviso.library.FileLines.Line;

/// Reads a line of a bulk file: one clause as a JSON object with the front matter's keys and `text`.
final class ClauseLines {

    private ClauseLines() {}

    /// The clause; empty after a report, and for a blank line.
    static Optional<LoadedClause> read(Line line, ProblemSink fileSink, ClauseReader reader) {
        return fields(line, fileSink).flatMap(fields -> read(fields, fileSink.below(line.number() - 1), reader));
    }

    /// The line's object; empty after a report, and for a blank line.
    static Optional<YamlMap> fields(Line line, ProblemSink fileSink) {
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
        return json.isBlank() ? Optional.empty() : JsonReader.read(json, sink).map(object -> new YamlMap(object, sink));
    }

    /// @param sink where line 1 is the line
    static Optional<LoadedClause> read(YamlMap fields, ProblemSink sink, ClauseReader reader) {
        String text = fields.text("text");
        return reader.read(fields, text == null ? "" : text.replace("\r\n", "\n"), sink, sink.inside("text"))
                .map(loaded -> new LoadedClause(loaded.clause(), _ -> 1, loaded.fields(), loaded.text()));
    }
}
