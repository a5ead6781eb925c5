package org.proviso.library;

import java.util.Optional;
import org.proviso.clause.ClauseVersion;

/// Reads `clauses/<category>/<id>.md`: YAML front matter between `---` lines, then the text.
final class ClauseFile {

    private static final String FENCE = "---\n";

    private ClauseFile() {}

    static Optional<LoadedClause> read(String content, String fileName, ProblemSink sink, ClauseReader reader) {
        int end = content.startsWith(FENCE) ? content.indexOf("\n" + FENCE) : -1;
        if (end < 0) {
            sink.report(1, "There is no front matter.", "Start the file with a line `---`, keys, and a line `---`.");
            return Optional.empty();
        }
        String frontMatter = content.substring(FENCE.length(), end + 1);
        String below = content.substring(end + 1 + FENCE.length());
        String text = below.strip();
        int textStart = content.length() - below.length() + below.indexOf(text);
        ProblemSink textSink = sink.below(lineBreaks(content.substring(0, textStart)));
        return YamlMap.parse(frontMatter, sink.below(1)).flatMap(fields -> {
            if (text.isEmpty()) {
                textSink.report(0, "The clause has no text.", "Write the text below the second `---`.");
            }
            Optional<LoadedClause> read = reader.read(fields, text, sink.below(1), textSink);
            read.ifPresent(loaded -> checkName(loaded.clause(), fileName, fields));
            return read;
        });
    }

    /// Whether a file is named as the current version of a clause is.
    static boolean isCurrent(String file, ClauseVersion clause) {
        return file.endsWith("/" + clause.id() + ".md");
    }

    /// Whether a file is named as an older version of a clause is.
    static boolean isOlder(String file, ClauseVersion clause) {
        return file.endsWith("/" + clause.versionId() + ".md");
    }

    private static void checkName(ClauseVersion clause, String fileName, YamlMap fields) {
        if (!fileName.equals(clause.id() + ".md") && !fileName.equals(clause.versionId() + ".md")) {
            fields.report(
                    "id",
                    "The file " + fileName + " is not named after its id " + clause.id() + ".",
                    "Name it " + clause.id() + ".md, or " + clause.versionId() + ".md for an older version.");
        }
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
