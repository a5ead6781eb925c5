package org.proviso.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The files of a library folder. What is passed over is hidden, every other file is read or reported.
final class LibraryFiles {

    /// No file but a bulk file or the lock is larger, and no line of these.
    static final int MAX_FILE_BYTES = 1 << 20;

    /// Stands in a text for bytes that could not be read, unless it was written so.
    private static final char REPLACEMENT = '\uFFFD';

    private final Path folder;
    private final Collection<LibraryProblem> problems;

    LibraryFiles(Path folder, Collection<LibraryProblem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Path folder() {
        return folder;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// A file's name in messages, relative to the folder.
    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    ProblemSink sink(Path file) {
        return ProblemSink.of(name(file), problems);
    }

    /// The regular files with an ending right in the folder, in name order.
    List<Path> top(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(file -> !isHidden(file) && file.toString().endsWith(ending) && isReadable(file))
                    .sorted()
                    .toList();
        }
    }

    /// The regular files with an ending below a folder, in path order; others are reported.
    ///
    /// @param optional whether the folder may be missing or empty
    List<Path> below(String name, String ending, boolean optional) throws IOException {
        Path root = folder.resolve(name);
        if (!Files.isDirectory(root)) {
            if (!optional) {
                sink(root).report(1, "There is no folder " + name + ".", "Make it, with at least one file.");
            }
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(root)) {
            files = paths.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> StreamSupport.stream(root.relativize(file).spliterator(), false)
                            .noneMatch(LibraryFiles::isHidden))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty() && !optional) {
            sink(root).report(1, "The folder holds no file.", "Add at least one " + ending + " file.");
        }
        return files.stream().filter(file -> hasEnding(file, ending)).toList();
    }

    private boolean hasEnding(Path file, String ending) {
        if (!file.toString().endsWith(ending)) {
            sink(file).report(1, "This is not a " + ending + " file.", "Move it out of the library.");
            return false;
        }
        return isReadable(file);
    }

    /// Reports what is no regular file inside the folder: a library says everything that it says in its own
    /// files.
    boolean isReadable(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                sink(file).report(1, "This is not a file.", "Put a file in its place.");
                return false;
            }
            if (Files.isSymbolicLink(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                sink(file).report(1, "This is a link to a file outside the library.", "Put the file itself here.");
                return false;
            }
            return true;
        } catch (IOException e) {
            sink(file).report(1, "The file cannot be found.", "Put a file in its place.");
            return false;
        }
    }

    /// A file's text with `\n` as line ends; null after a report.
    @Nullable
    String text(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            sink(file).report(1, "The file is larger than 1 MiB.", "Split it.");
            return null;
        }
        String text = utf8(Files.readAllBytes(file));
        if (text == null) {
            sink(file).report(1, "The file is not UTF-8.", "Save it as UTF-8.");
        }
        return text == null ? null : text.replace("\r\n", "\n");
    }

    /// Bytes as text; null if they are not UTF-8.
    static @Nullable String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decoded(bytes);
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
