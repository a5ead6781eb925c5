package org.proviso.app;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.proviso.certificate.SigningKey;
import org.proviso.retrieval.Embedder;

/// What lives as long as the server: the library, opened at start-up, and the watch over its folder.
@Singleton
@Startup
final class ServerBeans {

    private static final String WATCH = "proviso.library.watch";

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final ExecutorService background;
    private final ServedLibrary library;
    private final LibraryWatch watch;

    /// @throws IllegalStateException if the library, the key or a setting is not valid; the server does not
    ///     start then
    ServerBeans(
            @ConfigProperty(name = "proviso.library", defaultValue = "clause-library") Path folder,
            @ConfigProperty(name = "proviso.data", defaultValue = "data") Path data,
            @ConfigProperty(name = ServerKey.SETTING) Optional<Path> signingKey,
            @ConfigProperty(name = EmbedderSetting.SETTING, defaultValue = EmbedderSetting.DEFAULT) String model,
            @ConfigProperty(name = LateInteractionSetting.SETTING, defaultValue = LateInteractionSetting.DEFAULT)
                    String lateInteraction,
            @ConfigProperty(name = WATCH, defaultValue = "2s") String pause) {
        Duration between = pause(pause);
        Embedder embedder = EmbedderSetting.embedder(model);
        boolean isLate = LateInteractionSetting.isOn(lateInteraction);
        SigningKey key = key(signingKey, data);
        background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("vector-indexer").daemon().factory());
        LibrarySource source = new LibrarySource(folder);
        library = new ServedLibrary(
                source,
                new DefaultGenerationMaker(
                        data,
                        key,
                        embedder,
                        InstalledProjection.of(embedder),
                        InstalledProjection.ofTokens(embedder, isLate),
                        ThesaurusFile.read(),
                        background),
                clock);
        watch = new LibraryWatch(source.look(), library::loaded, library::now);
        if (between.isPositive()) {
            watch.start(between);
        }
    }

    /// Zero if there is to be no watch.
    private static Duration pause(String setting) {
        if (setting.strip().equalsIgnoreCase("off")) {
            return Duration.ZERO;
        }
        try {
            return DurationConverter.parseDuration(setting.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    WATCH + " is \"" + setting + "\", which is no duration. Maybe write 2s, 500ms or off.", e);
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

    @Produces
    @Singleton
    ServedLibrary library() {
        return library;
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    @PreDestroy
    void close() {
        watch.close();
        library.close();
        background.close();
    }
}
