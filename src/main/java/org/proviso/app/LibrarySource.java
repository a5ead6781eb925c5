package org.proviso.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.RootSignature;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// A library's folder, read as a whole: clauses and the owner's signature at one moment.
///
/// @param look at the folder
record LibrarySource(Path folder, Supplier<Fingerprint> look) {

    private static final Logger LOG = System.getLogger(LibrarySource.class.getName());

    /// What came of reading the folder.
    sealed interface Reading {

        /// @param signature the owner's, or null
        record Sound(LibrarySnapshot library, @Nullable RootSignature signature) implements Reading {}

        /// @param problems at least one
        /// @param lasting whether the same files are broken the next time too
        record Broken(List<LibraryProblem> problems, boolean lasting) implements Reading {}
    }

    LibrarySource(Path folder) {
        this(folder, () -> Fingerprint.of(folder));
    }

    /// Reads the folder. A folder that changes meanwhile is broken: half of it would be of another state.
    ///
    /// @param before what the folder looked like just now
    Reading read(Fingerprint before) {
        Reading reading = readOnce();
        return before.equals(look.get())
                ? reading
                : passing(".", "The folder changed while it was read.", "Load it again when it is written.");
    }

    private Reading readOnce() {
        try {
            return switch (LibraryLoader.load(folder)) {
                case LoadResult.Loaded loaded -> new Reading.Sound(loaded.snapshot(), signature());
                case LoadResult.Refused refused -> new Reading.Broken(refused.problems(), true);
            };
        } catch (IOException e) {
            return passing(
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

    private static Reading passing(String file, String message, String remedy) {
        return new Reading.Broken(List.of(new LibraryProblem(file, 1, message, remedy)), false);
    }
}
