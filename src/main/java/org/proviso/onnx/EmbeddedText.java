package org.proviso.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text on its way to its vector: windows of word pieces, and what the model made of each.
final class EmbeddedText {

    private final List<Window> windows = new ArrayList<>();

    /// @param windows the ids of the text's word pieces, framed, at least one window
    /// @param model that runs them
    /// @param keepsTokens whether the vectors of its tokens are asked for
    EmbeddedText(List<long[]> windows, EmbeddingModel model, boolean keepsTokens) {
        windows.forEach(ids -> this.windows.add(new Window(ids, model, keepsTokens)));
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    /// The mean of what was pooled, as a vector of unit length; the windows are added in their order, so that the same
    /// text gives the same bits, whichever window was done first.
    ///
    /// @throws IllegalStateException if a window was not run
    float[] vector() {
        double[] sum = new double[windows.getFirst().sum.length];
        for (Window window : windows) {
            window.addTo(sum);
        }
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        // The length takes the number with it, so the sum need not be divided.
        double length = Math.sqrt(square);
        float[] vector = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }

    /// The vectors of its tokens, window after window, the frames among them.
    ///
    /// @throws IllegalStateException if a window was not run, or the tokens were not asked for
    float[] tokens() {
        int length = 0;
        for (Window window : windows) {
            length += window.tokens().length;
        }
        float[] tokens = new float[length];
        int at = 0;
        for (Window window : windows) {
            System.arraycopy(window.tokens(), 0, tokens, at, window.tokens().length);
            at += window.tokens().length;
        }
        return tokens;
    }

    /// One run of the model.
    static final class Window {

        private final long[] ids;
        private final EmbeddingModel.Pooling pooling;
        private final double[] sum;
        private final boolean keepsTokens;
        private float @Nullable [] tokens;
        private boolean pooled;

        private Window(long[] ids, EmbeddingModel model, boolean keepsTokens) {
            this.ids = ids;
            this.pooling = model.pooling();
            this.sum = new double[model.dimensions()];
            this.keepsTokens = keepsTokens;
        }

        long[] ids() {
            return ids;
        }

        /// Keeps the sum of the vectors of those tokens that count, and the vectors if they are asked for; they stand
        /// one after the other. Once.
        void pool(float[] tokenVectors) {
            int end = switch (pooling) {
                case MEAN -> tokenVectors.length;
                case CLS -> sum.length;
            };
            for (int token = 0; token < end; token += sum.length) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += tokenVectors[token + i];
                }
            }
            tokens = keepsTokens ? tokenVectors : null;
            pooled = true;
        }

        private float[] tokens() {
            if (tokens == null) {
                throw new IllegalStateException("A window has no vectors of its tokens.");
            }
            return tokens;
        }

        private void addTo(double[] total) {
            if (!pooled) {
                throw new IllegalStateException("A window was not run.");
            }
            for (int i = 0; i < total.length; i++) {
                total[i] += sum[i];
            }
        }
    }
}
