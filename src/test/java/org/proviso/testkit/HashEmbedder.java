package org.proviso.testkit;

import java.util.List;
import java.util.Locale;
import org.proviso.retrieval.Embedder;

/// An embedder that knows no meaning: every word counts in the place that its hash names. Texts that share words are
/// near, and it needs no model.
public final class HashEmbedder implements Embedder {

    public static final String MODEL_ID = "hash";
    public static final int DIMENSIONS = 64;

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\P{Alnum}+", -1)) {
            vector[Math.floorMod(word.hashCode() * 0x9E3779B1, DIMENSIONS)] += 1;
        }
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
