package org.proviso.onnx;

import java.util.ArrayList;
import java.util.List;

/// A text on its way to its vector: windows of word pieces, and what the model made of each.
final class EmbeddedText {

    private final List<Window> windows = new ArrayList<>();

    /// @param windows the ids of the text's word pieces, framed, at least one window
    /// @param model that runs them
    EmbeddedText(List<long[]> windows, EmbeddingModel model) {
        windows.forEach(ids -> this.windows.add(new Window(ids, model)));
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

    /// One run of the model.
    static final class Window {

        private final long[] ids;
        private final EmbeddingModel.Pooling pooling;
        private final double[] sum;
        private boolean pooled;

        private Window(long[] ids, EmbeddingModel model) {
            this.ids = ids;
            this.pooling = model.pooling();
            this.sum = new double[model.dimensions()];
        }

        long[] ids() {
            return ids;
        }

        /// Keeps the sum of the vectors of those tokens that count; they stand one after the other. Once.
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
            pooled = true;
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
