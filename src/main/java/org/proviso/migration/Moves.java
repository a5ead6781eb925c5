package org.proviso.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/// Renames that are done together or taken back: by the one who did them if one fails, and by the next import
/// if the process or the machine stopped between two of them. The journal is written, and is on the disk,
/// before the first rename.
final class Moves {

    private static final JsonMapper JSON = new JsonMapper();

    /// What an import renames, whoever wrote the journal.
    private static final Pattern PATH = Pattern.compile(
            "(?:" + Pattern.quote(LibraryImport.STAGE) + "/candidate/)?"
                    + "(?:library\\.yaml|(?:clauses|contracts)(?:/.*)?)",
            Pattern.DOTALL);

    private static final String JOURNAL = "journal.json";

    private final Path folder;
    private final Path journal;
    private final Step step;

    /// One rename, by paths relative to the library's folder.
    record Move(String from, String to) {
        Move {
            require(from);
            require(to);
        }

        private static void require(String path) {
            if (!PATH.matcher(path).matches() || path.contains("..")) {
                throw new IllegalArgumentException(path + " is no path that an import renames.");
            }
        }
    }

    /// How one thing is renamed.
    @FunctionalInterface
    interface Step {
        Step ATOMIC = (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);

        void move(Path from, Path to) throws IOException;
    }

    /// @param stage the folder inside the library that holds the journal
    Moves(Path folder, Path stage, Step step) {
        this.folder = folder;
        this.journal = stage.resolve(JOURNAL);
        this.step = step;
    }

    /// Renames all, or takes back what it did and throws.
    void run(List<Move> moves) throws IOException {
        for (Move move : moves) {
            if (isThere(move.to())) {
                throw new FileAlreadyExistsException(move.to());
            }
        }
        write(moves);
        try {
            for (Move move : moves) {
                step.move(place(move.from()), place(move.to()));
            }
        } catch (IOException | RuntimeException e) {
            try {
                undo(moves);
            } catch (IOException undone) {
                e.addSuppressed(undone);
            }
            throw e;
        }
        Files.delete(journal);
    }

    boolean wereInterrupted() {
        return Files.exists(journal);
    }

    /// Takes back the renames of an import that was interrupted, unless all of them were done.
    ///
    /// @return whether something was taken back
    boolean recover() throws IOException {
        if (!wereInterrupted()) {
            return false;
        }
        List<Move> moves;
        try {
            moves = JSON.readValue(journal.toFile(), new TypeReference<List<Move>>() {});
        } catch (JsonProcessingException e) {
            // It was not written to its end, or not by an import, so nothing was renamed.
            Files.delete(journal);
            return false;
        }
        boolean complete = moves.stream().allMatch(move -> isThere(move.to()) && !isThere(move.from()));
        if (!complete) {
            undo(moves);
        }
        Files.deleteIfExists(journal);
        return !complete;
    }

    private void undo(List<Move> moves) throws IOException {
        for (Move move : moves.reversed()) {
            if (isThere(move.to()) && !isThere(move.from())) {
                Files.move(folder.resolve(move.to()), folder.resolve(move.from()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.deleteIfExists(journal);
    }

    /// The place of a path, which no symbolic link leads out of the folder.
    private Path place(String path) throws IOException {
        Path place = folder.resolve(path);
        Path parent = place.getParent();
        if (parent == null || !parent.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException(path + " is outside of the library");
        }
        return place;
    }

    private boolean isThere(String path) {
        return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private void write(List<Move> moves) {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(moves)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
