package org.proviso.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A loaded model: from a text to windows of word pieces, from a window to a vector for each of its tokens. Safe for
/// use by many threads; a run has one thread, the caller's.
final class OnnxModel {

    private final EmbeddingModel model;
    private final WordPieces wordPieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxModel(EmbeddingModel model, WordPieces wordPieces, OrtEnvironment environment, OrtSession session) {
        this.model = model;
        this.wordPieces = wordPieces;
        this.environment = environment;
        this.session = session;
    }

    /// @throws IllegalStateException if the runtime refuses the model
    /// @throws LinkageError if this platform has no native library
    static OnnxModel load(EmbeddingModel model) {
        // DJL's tokenizer otherwise asks the network whether it runs in a cloud.
        System.setProperty("ai.djl.offline", "true");
        try (InputStream vocabulary = resource(model.vocabulary());
                InputStream weights = resource(model.weights());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Threads of its own inside a run would take turns with those that run other windows.
            options.setIntraOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new OnnxModel(
                    model,
                    new WordPieces(vocabulary, model.window()),
                    environment,
                    environment.createSession(weights.readAllBytes(), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The ONNX runtime refuses the model " + model.weights() + ".", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = OnnxModel.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException(name + " is not on the class path. Maybe the jar with the model is missing.");
        }
        return found;
    }

    EmbeddingModel model() {
        return model;
    }

    List<long[]> windows(String text) {
        return wordPieces.windows(text);
    }

    /// Where each token of [#windows] begins in a text; -1 for the frames.
    int[] places(String text) {
        return wordPieces.places(text);
    }

    /// The vectors of a window's tokens one after the other, its frame among them.
    ///
    /// @throws IllegalStateException if the runtime fails
    float[] tokenVectors(long[] window) {
        long[] shape = {1, window.length};
        long[] attention = new long[window.length];
        Arrays.fill(attention, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(window), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(attention), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[window.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[] vectors = new float[window.length * model.dimensions()];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vectors);
            return vectors;
        } catch (OrtException e) {
            throw new IllegalStateException("The ONNX runtime failed on " + window.length + " tokens.", e);
        }
    }
}
