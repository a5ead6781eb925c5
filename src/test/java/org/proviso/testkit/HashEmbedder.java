package org.proviso.testkit;

import java.util.List;
import java.util.Locale;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Embedding;

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
        for (String word : words(text)) {
            vector[place(word)] += 1;
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
    public List<Embedding> embedWithTokens(List<String> texts) {
        return texts.stream()
                .map(text -> new Embedding(embed(text), tokens(text)))
                .toList();
    }

    /// A frame, whose vector is that of no word, then one vector for each word.
    private static float[] tokens(String text) {
        String[] words = words(text);
        float[] tokens = new float[(1 + words.length) * DIMENSIONS];
        tokens[place("")] = 1;
        for (int i = 0; i < words.length; i++) {
            tokens[(1 + i) * DIMENSIONS + place(words[i])] = 1;
        }
        return tokens;
    }

    @Override
    public int[] tokenPlaces(String text) {
        String[] words = words(text);
        int[] places = new int[1 + words.length];
        places[0] = -1;
        int from = 0;
        for (int i = 0; i < words.length; i++) {
            places[1 + i] = text.toLowerCase(Locale.ROOT).indexOf(words[i], from);
            from = places[1 + i] + words[i].length();
        }
        return places;
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("\\P{Alnum}+", -1);
    }

    private static int place(String word) {
        return Math.floorMod(word.hashCode() * 0x9E3779B1, DIMENSIONS);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
