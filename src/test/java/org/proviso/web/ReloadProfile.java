package org.proviso.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.proviso.testkit.LibraryFolder;

/// A server on a library of its own, which the test changes while it runs.
public final class ReloadProfile implements QuarkusTestProfile {

    private static final Path LIBRARY = Path.of("target/reload-it/library");
    private static final Path DATA = Path.of("target/reload-it/data");

    @Override
    public Map<String, String> getConfigOverrides() {
        delete(DATA);
        freshLibrary();
        return Map.of(
                "proviso.library",
                LIBRARY.toString(),
                "proviso.data",
                DATA.toString(),
                "proviso.library.watch",
                "50ms");
    }

    /// The library as it is at the beginning of a test.
    static LibraryFolder freshLibrary() {
        delete(LIBRARY);
        return new LibraryFolder(LIBRARY);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
