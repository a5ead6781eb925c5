package org.proviso.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/// Compares the tokens of a question with those of texts: every token of the question looks for the nearest of the
/// text, and the score is the mean of their cosines.
///
/// Khattab and Zaharia, "ColBERT", SIGIR 2020, with the mean in the place of the sum, so that scores lie between -1
/// and 1. Scores are the same on every machine. For one thread: it keeps room for a text.
public final class MaxSim {

    /// How many tokens of texts are compared at once: side by side they become instructions for many, and their values
    /// fit into a core's own cache.
    private static final int WIDTH = 256;

    private final float[] query;
    private final int dimensions;
    private final int asked;
    /// How many tokens there is room for.
    private int width;

    /// By dimension, then by token.
    private float[][] values = new float[0][];
    private float[] products = new float[0];
    private float[] lengths = new float[0];

    /// @param query of [TokenProjection#query], at least one token
    /// @param dimensions of a token
    public MaxSim(float[] query, int dimensions) {
        if (query.length < dimensions || query.length % dimensions != 0) {
            throw new IllegalArgumentException(query.length + " numbers are no tokens of " + dimensions + ".");
        }
        this.query = query.clone();
        this.dimensions = dimensions;
        this.asked = query.length / dimensions;
    }

    /// For one token of the question the nearest of a text.
    ///
    /// @param token of the text, by number; the first of equally near ones
    public record Nearest(int token, float cosine) {}

    private interface Found {

        /// @param text by its place among those compared
        void nearest(int asked, int text, int token, float cosine);
    }

    /// The score of a text; -1 if it has no tokens.
    public double score(byte[] tokens) {
        double[] score = {-1};
        try (Batch<Integer> batch = new Batch<>((text, its) -> score[text] = its)) {
            batch.add(0, tokens, 0, tokens.length);
        }
        return score[0];
    }

    /// The nearest of a text's tokens for every token of the question, in their order.
    ///
    /// @param tokens holds what [TokenProjection#tokens] made of the text, at least one
    /// @param begin where that begins
    /// @param length how long it is
    public List<Nearest> nearest(byte[] tokens, int begin, int length) {
        int count = length / dimensions;
        reserve(count);
        put(tokens, begin, count, 0);
        Nearest[] nearest = new Nearest[asked];
        compare(List.of(count), (asking, _, token, cosine) -> nearest[asking] = new Nearest(token, cosine));
        return List.of(nearest);
    }

    /// The same of a text.
    public List<Nearest> nearest(byte[] tokens) {
        return nearest(tokens, 0, tokens.length);
    }

    /// Scores of many texts, of which several are compared at once. Nothing else may be asked until it is closed.
    ///
    /// @param <K> what tells texts apart
    public final class Batch<K> implements AutoCloseable {

        private final ObjDoubleConsumer<K> scored;
        private final List<K> texts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private int used;

        /// @param scored told every text's score, -1 if it has no tokens
        public Batch(ObjDoubleConsumer<K> scored) {
            this.scored = scored;
            reserve(WIDTH);
        }

        /// @param tokens as for [#nearest]; not used any more afterwards
        public void add(K text, byte[] tokens, int begin, int length) {
            int count = length / dimensions;
            if (used + count > width) {
                flush();
                reserve(count);
            }
            put(tokens, begin, count, used);
            used += count;
            texts.add(text);
            ends.add(used);
        }

        private void flush() {
            double[] sums = new double[texts.size()];
            compare(ends, (_, text, _, cosine) -> sums[text] += cosine);
            for (int text = 0; text < sums.length; text++) {
                scored.accept(texts.get(text), sums[text] / asked);
            }
            texts.clear();
            ends.clear();
            used = 0;
        }

        @Override
        public void close() {
            flush();
        }
    }

    private void reserve(int tokens) {
        if (width < tokens) {
            width = tokens;
            values = new float[dimensions][width];
            lengths = new float[width];
            products = new float[width];
        }
    }

    /// Widens a text's values once for all tokens of the question. What rounding did to the length of a token cancels
    /// out. Squares add up to integers below 2²⁴, which floats hold exactly.
    private void put(byte[] tokens, int begin, int count, int at) {
        Arrays.fill(lengths, at, at + count, 0);
        for (int d = 0; d < dimensions; d++) {
            widen(tokens, begin + d * count, count, at, values[d]);
        }
        for (int token = at; token < at + count; token++) {
            lengths[token] = (float) Math.sqrt(Math.max(lengths[token], 1));
        }
    }

    private void widen(byte[] tokens, int begin, int count, int at, float[] dimension) {
        for (int i = 0; i < count; i++) {
            float value = tokens[begin + i];
            dimension[at + i] = value;
            lengths[at + i] += value * value;
        }
    }

    /// @param ends of the texts that were put one after the other
    private void compare(List<Integer> ends, Found found) {
        for (int asking = 0; asking < asked && !ends.isEmpty(); asking++) {
            Arrays.fill(products, 0);
            MatrixProduct.add(products, query, asking * dimensions, values);
            int token = 0;
            for (int text = 0; text < ends.size(); text++) {
                int begin = token;
                int best = 0;
                float cosine = -1;
                for (; token < ends.get(text); token++) {
                    float its = products[token] / lengths[token];
                    if (its > cosine) {
                        best = token - begin;
                        cosine = its;
                    }
                }
                found.nearest(asking, text, best, Math.min(cosine, 1));
            }
        }
    }
}
