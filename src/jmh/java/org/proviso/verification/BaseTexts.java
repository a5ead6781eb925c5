package org.proviso.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LoadResult;

/// The clause texts that benchmarks make their libraries of.
///
/// The property `proviso.bench.library` names a JSONL file, one object with a `text` a line; without it they are
/// the texts of the library that ships with Proviso.
public final class BaseTexts {

    private static final @Nullable String FILE = System.getProperty("proviso.bench.library");

    private static final Path HOME = Path.of(System.getProperty("proviso.home", ""));

    private BaseTexts() {}

    public static List<String> read() {
        try {
            return FILE == null ? shipped(HOME.resolve("clause-library")) : lines(Path.of(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            texts.add(json.readTree(line).path("text").asText());
        }
        return texts;
    }

    private static List<String> shipped(Path folder) throws IOException {
        return switch (LibraryLoader.load(folder)) {
            case LoadResult.Loaded loaded ->
                loaded.snapshot().clauses().stream()
                        .map(clause -> clause.text().source())
                        .toList();
            case LoadResult.Refused refused ->
                throw new IllegalStateException(
                        folder + " cannot be used: " + refused.problems().getFirst());
        };
    }
}
