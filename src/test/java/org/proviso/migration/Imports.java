package org.proviso.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// Short ways to import in tests.
final class Imports {

    static final Jurisdiction DELAWARE = new Jurisdiction("US-DE");

    private Imports() {}

    static ImportRequest request(Path source, Path library) {
        return new ImportRequest(source, library, false, false, Status.DRAFT, DELAWARE, Map.of(), null);
    }

    static ImportRequest dry(ImportRequest request) {
        return new ImportRequest(
                request.source(),
                request.library(),
                true,
                request.skip(),
                request.status(),
                request.jurisdiction(),
                request.columns(),
                request.sheet());
    }

    static ImportRequest skipping(ImportRequest request) {
        return new ImportRequest(
                request.source(),
                request.library(),
                request.dryRun(),
                true,
                request.status(),
                request.jurisdiction(),
                request.columns(),
                request.sheet());
    }

    static ImportRequest columns(ImportRequest request, Map<String, String> columns) {
        return new ImportRequest(
                request.source(),
                request.library(),
                request.dryRun(),
                request.skip(),
                request.status(),
                request.jurisdiction(),
                columns,
                request.sheet());
    }

    static ImportReport run(ImportRequest request) {
        try {
            return LibraryImport.run(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LibrarySnapshot load(Path library) {
        try {
            return switch (LibraryLoader.load(library)) {
                case LoadResult.Loaded loaded -> loaded.snapshot();
                case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A sample beside the tests.
    static Path sample(String name) {
        try {
            return Path.of(Objects.requireNonNull(Imports.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything below a folder, the hidden files too, sorted.
    static List<String> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(ImportReport report, Finding.Kind kind) {
        return report.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Object::toString)
                .toList();
    }

    static boolean says(ImportReport report, Finding.Kind kind, String... parts) {
        return texts(report, kind).stream().anyMatch(text -> Stream.of(parts).allMatch(text::contains));
    }
}
