package org.proviso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that commands write: wholly or not at all.
final class OutputFile {

    private OutputFile() {}

    /// The folder of a file that is to be written; to be asked for before long work.
    ///
    /// @throws CommandFailure if there is none
    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no folder for " + file + ".");
        }
        return folder;
    }

    /// @throws CommandFailure if the file cannot be written
    static void write(Path file, byte[] bytes) {
        Path folder = folder(file);
        Path part = folder.resolve(".proviso." + UUID.randomUUID() + ".part");
        try {
            try {
                Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, file + " cannot be written: " + e.getMessage() + ".");
        }
    }
}
