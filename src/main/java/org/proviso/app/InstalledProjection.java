package org.proviso.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.cli.UnusableSettingException;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.TokenProjection;
import org.proviso.tuning.ProjectionFile;

/// The projection that searches go by: what this installation learned from its own queries, else what ships.
final class InstalledProjection {

    /// Learned by `proviso tune` from the train and valid queries of ACORD; the file says how.
    private static final String SHIPPED = "/org/proviso/tuning/acord.safetensors";

    private InstalledProjection() {}

    /// Where what the installation learned is kept.
    static Path file() {
        return Path.of(System.getProperty("proviso.home", "")).resolve("config/projection.safetensors");
    }

    /// @return the identity if nothing was learned for this model
    /// @throws UnusableSettingException naming the installation's file, if it is there and cannot be used
    static Projection of(Embedder embedder) {
        return learned(embedder)
                .map(ProjectionFile::projection)
                .orElseGet(() -> Projection.identity(embedder.dimensions()));
    }

    /// The projection of tokens; null without late interaction, or if none was learned for this model.
    ///
    /// @param lateInteraction whether the installation has it
    /// @throws UnusableSettingException as [#of]
    static @Nullable TokenProjection ofTokens(Embedder embedder, boolean lateInteraction) {
        return lateInteraction ? learned(embedder).map(ProjectionFile::tokens).orElse(null) : null;
    }

    private static Optional<ProjectionFile> learned(Embedder embedder) {
        Path file = file();
        if (Files.notExists(file)) {
            return Optional.of(shipped()).filter(shipped -> shipped.model().equals(embedder.modelId()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            ProjectionFile own = ProjectionFile.read(in);
            own.requireModel(embedder.modelId());
            return Optional.of(own);
        } catch (IOException e) {
            throw new UnusableSettingException(file + " cannot be read. Make it a readable file, or take it away.", e);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingException(
                    file + ": " + e.getMessage() + " Make it again with `proviso tune`, or take it away.", e);
        }
    }

    private static ProjectionFile shipped() {
        try (InputStream in = InstalledProjection.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not on the class path. Build the program again.");
            }
            return ProjectionFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
