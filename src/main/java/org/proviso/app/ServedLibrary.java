package org.proviso.app;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.proviso.answering.AnsweringChain;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.RootSignature;
import org.proviso.certificate.SigningKey;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.library.LoadResult.Refused;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Retriever;
import org.proviso.verification.Verifier;

/// The library that the server works with, opened at start-up; the source of every bean that the web package
/// takes.
@Singleton
@Startup
final class ServedLibrary {

    private static final Logger LOG = System.getLogger(ServedLibrary.class.getName());

    private final LibrarySnapshot library;
    private final Verifier verifier;
    private final DraftingChain drafting;
    private final Certifier certifier;
    private final ExecutorService background;
    private final Workspace workspace;

    /// @throws IllegalStateException with every problem if the library is not valid; the server does not start
    ///     then
    ServedLibrary(
            @ConfigProperty(name = "proviso.library", defaultValue = "clause-library") Path folder,
            @ConfigProperty(name = "proviso.data", defaultValue = "data") Path data,
            @ConfigProperty(name = ServerKey.SETTING) Optional<Path> signingKey) {
        library = load(folder);
        verifier = new Verifier(library);
        drafting = new DraftingChain(library, verifier);
        certifier = new Certifier(library, key(signingKey, data), rootSignature(folder));
        background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("vector-indexer").daemon().factory());
        workspace = new Workspace(library, data, background, _ -> {});
    }

    private static LibrarySnapshot load(Path folder) {
        try {
            return switch (LibraryLoader.load(folder)) {
                case Loaded loaded -> loaded.snapshot();
                case Refused refused ->
                    throw new IllegalStateException("The library " + folder + " cannot be used:\n"
                            + refused.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey key(Optional<Path> configured, Path data) {
        try {
            return ServerKey.open(configured, data);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key to sign with cannot be read or made: " + e.getMessage() + ". Maybe let Proviso write into "
                            + data + ".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /// A signature that cannot be read is no reason not to serve.
    private static @Nullable RootSignature rootSignature(Path folder) {
        try {
            return RootSignature.in(folder).orElse(null);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, e.getMessage());
            return null;
        }
    }

    Workspace workspace() {
        return workspace;
    }

    @Produces
    @Singleton
    LibrarySnapshot library() {
        return library;
    }

    @Produces
    @Singleton
    Verifier verifier() {
        return verifier;
    }

    @Produces
    @Singleton
    Certifier certifier() {
        return certifier;
    }

    @Produces
    @Singleton
    DraftingChain drafting() {
        return drafting;
    }

    @Produces
    @Singleton
    Retriever retriever() {
        return workspace.retriever();
    }

    @Produces
    @Singleton
    AnsweringChain answering() {
        return workspace.answering();
    }

    @Produces
    @Singleton
    Supplier<IndexProgress> progress() {
        return workspace::progress;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @PreDestroy
    void close() {
        workspace.close();
        background.close();
    }
}
