package org.proviso.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// A small library on disk, made and broken by tests.
public final class LibraryFolder {

    public static final String SETTINGS = """
            id: test
            name: Test library
            language: en
            locale: en-US
            default-jurisdiction: US-DE
            """;
    public static final String RECIPE = """
            id: loan
            title: Loan
            description: A loan between friends.
            jurisdictions: [US-DE]
            sections:
              - heading: Terms
                clauses:
                  - {family: cap}
            """;

    private final Path folder;

    /// A folder with settings, one recipe and one clause (`cap`), valid as it is.
    public LibraryFolder(Path folder) {
        this.folder = folder;
        write("library.yaml", SETTINGS);
        write("contracts/loan.yaml", RECIPE);
        clause(
                "cap",
                "slots: {amount: {type: money, max: USD 100000}}",
                "The borrower may borrow up to {{amount}} in total.");
    }

    public Path path() {
        return folder;
    }

    /// Writes a clause with the required keys, further front matter lines, and a text.
    public LibraryFolder clause(String id, String frontMatter, String text) {
        return write(
                "clauses/" + id + ".md",
                "---\nid: " + id + "\nversion: 1\ntitle: Title of " + id.replace('.', ' ') + "\n"
                        + (frontMatter.isEmpty() ? "" : frontMatter + "\n") + "---\n" + text + "\n");
    }

    public LibraryFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public LibraryFolder write(String file, byte[] bytes) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LoadResult load() {
        try {
            return LibraryLoader.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LibrarySnapshot snapshot() {
        return switch (load()) {
            case LoadResult.Loaded loaded -> loaded.snapshot();
            case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
