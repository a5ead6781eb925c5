package org.proviso.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Excerpt;
import org.proviso.library.FileLines.Line;

/// `library.lock`: the hash of every wording that was ever locked, so that no text changes under its number.
public final class LibraryLock {

    static final String NAME = "library.lock";

    private static final String COMMENT =
            "# The hashes of all clause versions; written by `proviso library lock`, do not edit.";
    private static final Pattern ENTRY = Pattern.compile("(\\S{3,90}) ([0-9a-f]{64})");

    /// One locked version.
    ///
    /// @param hash of its wording, in lower-case hexadecimal
    /// @param line where it stands in the file
    record Entry(String hash, int line) {}

    /// What a new lock holds.
    ///
    /// @param locked how many versions
    /// @param added how many of them were not locked before
    public record Written(int locked, int added) {}

    private LibraryLock() {}

    /// Locks every version of a library that was loaded from `folder`. What is already locked stays as it is. The
    /// file is replaced as a whole; of two that write at once, the later one wins.
    ///
    /// @throws IllegalStateException if the lock was changed since the library was loaded, so that they disagree
    public static Written write(Path folder, LibrarySnapshot library) throws IOException {
        List<LibraryProblem> problems = new ArrayList<>();
        SortedMap<ClauseVersionId, Entry> before = read(new LibraryFiles(folder, problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.getFirst().toString());
        }
        SortedMap<ClauseVersionId, String> hashes = library.wordingHashes();
        int known = 0;
        for (ClauseVersionId id : before.keySet()) {
            if (!before.get(id).hash().equals(hashes.get(id))) {
                throw new IllegalStateException(
                        NAME + " was changed while the library was read: it now disagrees on " + id);
            }
            known++;
        }
        StringBuilder text = new StringBuilder(COMMENT).append('\n');
        hashes.forEach((id, hash) -> text.append(id).append(' ').append(hash).append('\n'));
        replace(folder.resolve(NAME), text.toString());
        return new Written(hashes.size(), hashes.size() - known);
    }

    private static void replace(Path file, String text) throws IOException {
        // Not a temporary file of the platform, which nobody else may read.
        Path part = file.resolveSibling("." + NAME + "." + UUID.randomUUID());
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Reads the lock of a library; empty if there is none. What cannot be read is reported.
    static SortedMap<ClauseVersionId, Entry> read(LibraryFiles files) throws IOException {
        Path file = files.folder().resolve(NAME);
        SortedMap<ClauseVersionId, Entry> entries = new TreeMap<>();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && files.isReadable(file)) {
            ProblemSink sink = files.sink(file);
            try (FileLines lines = new FileLines(file)) {
                lines.stream().forEach(line -> read(line, entries, sink));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return entries;
    }

    private static void read(Line line, SortedMap<ClauseVersionId, Entry> entries, ProblemSink sink) {
        String text = line.bytes() == null ? null : LibraryFiles.utf8(line.bytes());
        if (line.number() == 1 && text != null && text.startsWith("#")) {
            return;
        }
        Matcher matcher = ENTRY.matcher(text == null ? "" : text);
        ClauseVersionId id = matcher.matches() ? version(matcher.group(1)) : null;
        if (id == null) {
            sink.report(
                    line.number(),
                    "\"" + Excerpt.of(text == null ? "…" : text) + "\" is not a version, a space and a SHA-256.",
                    "Take the file back from your version control.");
        } else if (entries.putIfAbsent(id, new Entry(matcher.group(2), line.number())) != null) {
            sink.report(line.number(), id + " stands twice.", "Take the file back from your version control.");
        }
    }

    private static @Nullable ClauseVersionId version(String written) {
        try {
            return ClauseVersionId.parse(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
