package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Picks how a source is read, by its name's ending; a folder is one of Markdown.
final class Sources {

    /// No source is larger.
    private static final long MAX_BYTES = 256L << 20;

    private Sources() {}

    /// @throws UnusableImport if there is no such source, or it is of no kind that can be read
    static SourceContent read(ImportRequest request) throws IOException {
        Path source = request.source();
        String name = name(source);
        if (!Files.exists(source)) {
            throw new UnusableImport("There is no file or folder " + source + ".");
        }
        if (Files.isDirectory(source)) {
            return filled(MarkdownSource.folder(source, request), name);
        }
        if (!Files.isRegularFile(source)) {
            throw new UnusableImport(source + " is not a file or folder.");
        }
        if (Files.size(source) > MAX_BYTES) {
            throw new UnusableImport(source + " is larger than 256 MiB. Split it.");
        }
        return filled(
                switch (ending(name)) {
                    case "jsonl", "ndjson" -> BulkSource.read(source);
                    case "csv" -> CsvSource.read(source, request);
                    case "xlsx" -> XlsxSource.read(source, request);
                    case "md", "markdown" -> MarkdownSource.files(List.of(source), request);
                    default ->
                        throw new UnusableImport(source
                                + " is of no kind that can be read. Name a .jsonl, .csv, .xlsx or .md file, or a folder"
                                + " of .md files.");
                },
                name);
    }

    private static SourceContent filled(SourceContent content, String name) {
        if (content.clauses().isEmpty()
                && content.recipes().isEmpty()
                && content.findings().stream().noneMatch(finding -> finding.kind() == Finding.Kind.PROBLEM)) {
            throw new UnusableImport(name + " holds no clause.");
        }
        return content;
    }

    /// The last part of a path.
    static String name(Path source) {
        return Objects.toString(source.toAbsolutePath().normalize().getFileName(), "source");
    }

    /// The last part of a path without its ending.
    static String stem(Path source) {
        String name = name(source);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
