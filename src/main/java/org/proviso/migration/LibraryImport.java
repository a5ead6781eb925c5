package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.proviso.migration.Moves.Step;

/// Brings the clauses of a source into a library: all of them or none, and only if the whole library holds with
/// them.
///
/// What is new is staged in a hidden folder inside the library, is loaded there together with all that the
/// library has, and is then moved to its place.
public final class LibraryImport {

    /// The hidden folder inside a library that loaders pass over.
    static final String STAGE = ".import";

    private final ImportRequest request;
    private final Step step;

    LibraryImport(ImportRequest request, Step step) {
        this.request = request;
        this.step = step;
    }

    /// @throws UnusableImport if the source or the library cannot be used at all
    /// @throws IOException if a file cannot be read or written; the library is then as it was
    public static ImportReport run(ImportRequest request) throws IOException {
        return new LibraryImport(request, Step.ATOMIC).run();
    }

    ImportReport run() throws IOException {
        SourceContent content = Sources.read(request);
        Path folder = folder();
        return request.dryRun() ? rehearse(folder, content) : write(folder, content);
    }

    /// The real folder, or the one that will be made in a real folder.
    private Path folder() throws IOException {
        Path named = request.library().toAbsolutePath().normalize();
        if (Files.exists(named)) {
            if (!Files.isDirectory(named)) {
                throw new UnusableImport(request.library() + " is not a folder. Name the clause library's folder.");
            }
            return named.toRealPath();
        }
        Path parent = named.getParent();
        if (parent == null || !Files.isDirectory(parent) || Files.isSymbolicLink(named)) {
            throw new UnusableImport("There is no folder for " + request.library() + ". Make it first.");
        }
        return parent.toRealPath().resolve(named.getFileName());
    }

    private ImportReport rehearse(Path folder, SourceContent content) throws IOException {
        if (new Moves(folder, folder.resolve(STAGE), step).wereInterrupted()) {
            throw new UnusableImport("An import into " + folder
                    + " was interrupted. Run one without --dry-run, which first takes back what it left.");
        }
        Path stage = Files.createTempDirectory("proviso-import");
        try {
            return new Staging(request, Target.of(folder), content, stage).run().report();
        } finally {
            Candidate.delete(stage);
        }
    }

    private ImportReport write(Path folder, SourceContent content) throws IOException {
        boolean made = !Files.exists(folder);
        if (made) {
            Files.createDirectory(folder);
        }
        boolean written = false;
        try (ImportLock _ = ImportLock.of(folder)) {
            Path stage = folder.resolve(STAGE);
            if (Files.isSymbolicLink(stage)) {
                Files.delete(stage);
            }
            Moves moves = new Moves(folder, stage, step);
            boolean recovered = moves.recover();
            Candidate.delete(stage);
            Files.createDirectory(stage);
            try {
                Staging staging = new Staging(request, Target.of(folder), content, stage);
                if (recovered) {
                    staging.note("An earlier import was interrupted; what it left was taken back.");
                }
                Staging.Result result = staging.run();
                if (result.candidate() != null) {
                    moves.run(result.candidate().moves());
                    written = true;
                }
                return result.report();
            } finally {
                if (!moves.wereInterrupted()) {
                    Candidate.delete(stage);
                }
            }
        } finally {
            if (made && !written && isEmpty(folder)) {
                Files.delete(folder);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
