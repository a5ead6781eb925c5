package org.proviso.retrieval;

import java.util.Arrays;
import java.util.List;

/// Compares the tokens of a question with those of texts: every token of the question looks for the nearest of the
/// text, and the score is the mean of their cosines.
///
/// Khattab and Zaharia, "ColBERT", SIGIR 2020, with the mean in the place of the sum, so that scores lie between -1
/// and 1. Scores are the same on every machine. For one thread: it keeps room for a text.
public final class MaxSim {

    private final float[] query;
    private final int dimensions;
    private float[] values = new float[0];
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
    }

    /// For one token of the question the nearest of a text.
    ///
    /// @param token of the text, by number; the first of equally near ones
    public record Nearest(int token, float cosine) {}

    private interface Found {
        void nearest(int asked, int token, float cosine);
    }

    /// The score of a text; -1 if it has no tokens.
    ///
    /// @param tokens holds what [TokenProjection#tokens] made of the text
    /// @param begin where that begins
    /// @param length how long it is
    public double score(byte[] tokens, int begin, int length) {
        double[] sum = new double[1];
        compare(tokens, begin, length, (_, _, cosine) -> sum[0] += cosine);
        return sum[0] / (query.length / dimensions);
    }

    /// The score of a text; -1 if it has no tokens.
    public double score(byte[] tokens) {
        return score(tokens, 0, tokens.length);
    }

    /// The nearest of a text's tokens for every token of the question, in their order.
    ///
    /// @param tokens as for [#score], at least one
    public List<Nearest> nearest(byte[] tokens, int begin, int length) {
        Nearest[] nearest = new Nearest[query.length / dimensions];
        compare(tokens, begin, length, (asked, token, cosine) -> nearest[asked] = new Nearest(token, cosine));
        return List.of(nearest);
    }

    /// The same of a text.
    public List<Nearest> nearest(byte[] tokens) {
        return nearest(tokens, 0, tokens.length);
    }

    private void compare(byte[] tokens, int begin, int length, Found found) {
        int count = length / dimensions;
        prepare(tokens, begin, count);
        for (int asked = 0; asked < query.length / dimensions; asked++) {
            Arrays.fill(products, 0, count, 0);
            int d = 0;
            for (; d + 3 < dimensions; d += 4) {
                addFour(asked * dimensions + d, d * count, count);
            }
            for (; d < dimensions; d++) {
                add(query[asked * dimensions + d], d * count, count);
            }
            int best = 0;
            float cosine = -1;
            for (int token = 0; token < count; token++) {
                float its = products[token] / lengths[token];
                if (its > cosine) {
                    best = token;
                    cosine = its;
                }
            }
            found.nearest(asked, best, Math.min(cosine, 1));
        }
    }

    /// Widens a text's values once for all tokens of the question. What rounding did to the length of a token cancels
    /// out. Squares add up to integers below 2²⁴, which floats hold exactly.
    private void prepare(byte[] tokens, int begin, int count) {
        if (values.length < count * dimensions) {
            values = new float[count * dimensions];
        }
        if (lengths.length < count) {
            lengths = new float[count];
            products = new float[count];
        }
        Arrays.fill(lengths, 0, count, 0);
        for (int d = 0; d < dimensions; d++) {
            widen(tokens, begin + d * count, d * count, count);
        }
        for (int token = 0; token < count; token++) {
            lengths[token] = (float) Math.sqrt(Math.max(lengths[token], 1));
        }
    }

    private void widen(byte[] tokens, int begin, int at, int count) {
        for (int i = 0; i < count; i++) {
            float value = tokens[begin + i];
            values[at + i] = value;
            lengths[i] += value * value;
        }
    }

    /// Four dimensions at once, so that sums are fetched and put back a quarter as often.
    private void addFour(int from, int at, int count) {
        float first = query[from];
        float second = query[from + 1];
        float third = query[from + 2];
        float fourth = query[from + 3];
        float[] sums = products;
        float[] its = values;
        int secondAt = at + count;
        int thirdAt = secondAt + count;
        int fourthAt = thirdAt + count;
        for (int i = 0; i < count; i++) {
            sums[i] += first * its[at + i]
                    + second * its[secondAt + i]
                    + third * its[thirdAt + i]
                    + fourth * its[fourthAt + i];
        }
    }

    /// One dimension of all tokens, side by side: that becomes instructions for many values at once.
    private void add(float factor, int at, int count) {
        for (int i = 0; i < count; i++) {
            products[i] += factor * values[at + i];
        }
    }
}
