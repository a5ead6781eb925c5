package org.proviso.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.RootSignature;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// A library's folder, read as a whole: clauses and the owner's signature at one moment.
record LibrarySource(Path folder) {

    private static final Logger LOG = System.getLogger(LibrarySource.class.getName());

    /// What came of reading the folder.
    sealed interface Reading {

        /// @param signature the owner's, or null
        record Sound(LibrarySnapshot library, @Nullable RootSignature signature) implements Reading {}

        /// @param problems at least one
        record Broken(List<LibraryProblem> problems) implements Reading {}
    }

    /// Reads the folder. A folder that changes meanwhile is broken: half of it would be of another state.
    Reading read() {
        Fingerprint before = Fingerprint.of(folder);
        Reading reading = readOnce();
        return before.equals(Fingerprint.of(folder))
                ? reading
                : broken(".", "The folder changed while it was read.", "Load it again when it is written.");
    }

    private Reading readOnce() {
        try {
            return switch (LibraryLoader.load(folder)) {
                case LoadResult.Loaded loaded -> new Reading.Sound(loaded.snapshot(), signature());
                case LoadResult.Refused refused -> new Reading.Broken(refused.problems());
            };
        } catch (IOException e) {
            return broken(
                    name(e), "The file cannot be read.", "Let Proviso read it, and look at what the disk reports.");
        }
    }

    /// A signature that cannot be read is no reason not to serve.
    private @Nullable RootSignature signature() {
        try {
            return RootSignature.in(folder).orElse(null);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "event=library.signature-unreadable reason=" + e.getMessage());
            return null;
        }
    }

    private String name(IOException failure) {
        String file = failure instanceof FileSystemException named ? named.getFile() : null;
        if (file == null) {
            return ".";
        }
        Path path = Path.of(file);
        return path.startsWith(folder) ? folder.relativize(path).toString() : file;
    }

    private static Reading broken(String file, String message, String remedy) {
        return new Reading.Broken(List.of(new LibraryProblem(file, 1, message, remedy)));
    }
}
