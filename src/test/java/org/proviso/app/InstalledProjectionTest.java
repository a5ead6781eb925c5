package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proviso.cli.UnusableSettingException;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.TokenProjection;
import org.proviso.testkit.HashEmbedder;
import org.proviso.tuning.ProjectionFile;

final class InstalledProjectionTest extends InstallationFixture {

    private static final Embedder EMBEDDER = new HashEmbedder();

    private Path file;

    @BeforeEach
    void itsFile() {
        file = folder.resolve("config/projection.safetensors");
    }

    @Test
    void whatShipsIsOfTheModelThatShips() {
        OnnxEmbedder model = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);

        Projection shipped = InstalledProjection.of(model);

        assertEquals(model.dimensions(), shipped.dimensions());
        assertNotEquals(Projection.identity(model.dimensions()), shipped);
    }

    @Test
    void whatShipsHasAProjectionOfTokens() {
        OnnxEmbedder model = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);

        TokenProjection shipped = Objects.requireNonNull(InstalledProjection.ofTokens(model, true));

        assertEquals(model.dimensions(), shipped.from());
        assertEquals(128, shipped.to());
    }

    @Test
    void forAnotherModelNothingWasLearned() {
        assertNull(InstalledProjection.ofTokens(EMBEDDER, true));
        assertEquals(Projection.identity(EMBEDDER.dimensions()), InstalledProjection.of(EMBEDDER));
    }

    @Test
    void whatTheInstallationLearnedTakesThePlaceOfWhatShips() throws IOException {
        float[] added = new float[EMBEDDER.dimensions() * EMBEDDER.dimensions()];
        added[1] = 0.5f;
        Projection own = Projection.of(EMBEDDER.dimensions(), added);
        Files.write(file, new ProjectionFile(own, EMBEDDER.modelId(), new TreeMap<>()).bytes());

        assertEquals(own, InstalledProjection.of(EMBEDDER));
    }

    @Test
    void thatOfTokensIsTakenWhereLateInteractionIsOn() throws IOException {
        int dimensions = EMBEDDER.dimensions();
        TokenProjection tokens = TokenProjection.of(dimensions, 1, new float[dimensions]);
        Projection own = Projection.identity(dimensions);
        Files.write(file, new ProjectionFile(own, tokens, EMBEDDER.modelId(), new TreeMap<>()).bytes());

        assertEquals(tokens, InstalledProjection.ofTokens(EMBEDDER, true));
        assertNull(InstalledProjection.ofTokens(EMBEDDER, false));
        Files.write(file, new ProjectionFile(own, EMBEDDER.modelId(), new TreeMap<>()).bytes());
        assertNull(InstalledProjection.ofTokens(EMBEDDER, true));
    }

    @Test
    void whatWasLearnedFromAnotherModelIsAFaultOfTheInstallation() throws IOException {
        Files.write(file, new ProjectionFile(Projection.identity(64), "another", new TreeMap<>()).bytes());

        String message = failure();
        assertTrue(message.startsWith(file + ": It was learned from vectors of another"), message);
        assertTrue(message.endsWith("Make it again with `proviso tune`, or take it away."), message);
    }

    @Test
    void whatIsNoSuchFileIsAFaultOfTheInstallation() throws IOException {
        Files.writeString(file, "nothing of the kind");

        assertTrue(failure().startsWith(file + ": It is no file of safetensors"), this::failure);
    }

    @Test
    void whatIsNoFileIsNotPassedOver() throws IOException {
        Files.createDirectory(file);

        assertTrue(failure().startsWith(file + " cannot be read."), this::failure);
    }

    private String failure() {
        return String.valueOf(assertThrows(UnusableSettingException.class, () -> InstalledProjection.of(EMBEDDER))
                .getMessage());
    }
}
