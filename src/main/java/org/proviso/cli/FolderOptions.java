package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.RootSignature;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.library.LoadResult.Refused;
import picocli.CommandLine.Option;

/// The options that every command has.
final class FolderOptions {

    @Option(names = "--library", paramLabel = "DIR", description = "the clause library (default: clause-library)")
    private @Nullable Path library;

    @Option(names = "--data", paramLabel = "DIR", description = "where index and vectors are kept (default: data)")
    private @Nullable Path data;

    @Option(names = "--json", description = "print JSON as the REST interface does")
    private boolean json;

    boolean json() {
        return json;
    }

    Path library(Application application) {
        return library == null ? application.defaultFolder("clause-library") : library;
    }

    Path data(Application application) {
        return data == null ? application.defaultFolder("data") : data;
    }

    LoadResult load(Application application) {
        return load(application, library(application));
    }

    private static LoadResult load(Application application, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    "There is no folder " + folder + ". Name the clause library with --library DIR.");
        }
        try {
            return application.load(folder);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, "The library " + folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /// The library, or the report of all that is wrong with it as the failure.
    LibrarySnapshot snapshot(Application application) {
        return snapshot(application, library(application));
    }

    static LibrarySnapshot snapshot(Application application, Path folder) {
        return switch (load(application, folder)) {
            case Loaded loaded -> loaded.snapshot();
            case Refused refused -> throw new CommandFailure(ExitStatus.WRONG_USE, report(refused, folder));
        };
    }

    Workbench open(Application application) {
        return application.open(snapshot(application), data(application));
    }

    /// What signs for the library, by the key below the data folder unless another one is configured.
    Certifier certifier(Application application, LibrarySnapshot snapshot, PrintWriter err) {
        try {
            return new Certifier(snapshot, application.signingKey(data(application)), rootSignature(application, err));
        } catch (IOException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no key to sign with: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }

    /// A signature that cannot be read is no reason not to certify.
    private @Nullable RootSignature rootSignature(Application application, PrintWriter err) throws IOException {
        try {
            return RootSignature.in(library(application)).orElse(null);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return null;
        }
    }

    static String report(Refused refused, Path folder) {
        return refused.problems().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                + refused.problems().size() + " problems: the library " + folder + " cannot be used.";
    }
}
