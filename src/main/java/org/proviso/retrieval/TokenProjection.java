package org.proviso.retrieval;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A learned linear map of the token vectors of one model into fewer dimensions, for questions and clauses alike.
///
/// Tokens of clauses are kept after the map, so another one makes them anew.
public final class TokenProjection {

    private static final int LARGEST = 127;

    private final int from;
    private final int to;
    private final float[] matrix;
    private final float[][] rows;

    private TokenProjection(int from, int to, float[] matrix) {
        this.from = from;
        this.to = to;
        this.matrix = matrix;
        this.rows = new float[from][];
        for (int row = 0; row < from; row++) {
            rows[row] = Arrays.copyOfRange(matrix, row * to, (row + 1) * to);
        }
    }

    /// @param from how many dimensions the model's vectors have
    /// @param to how many they have after the map
    /// @param matrix by rows, one for each dimension of the model's
    /// @throws IllegalArgumentException if it has another length, or a number that no training gives
    public static TokenProjection of(int from, int to, float[] matrix) {
        if (from < 1 || to < 1 || matrix.length != from * to) {
            throw new IllegalArgumentException(
                    matrix.length + " numbers are no matrix of " + from + " rows and " + to + " columns.");
        }
        for (float number : matrix) {
            if (!Float.isFinite(number) || Math.abs(number) > 1e3) {
                throw new IllegalArgumentException("The matrix holds " + number + ", which no training gives.");
            }
        }
        return new TokenProjection(from, to, matrix.clone());
    }

    /// How many dimensions the model's vectors have.
    public int from() {
        return from;
    }

    /// How many dimensions they have after the map.
    public int to() {
        return to;
    }

    /// By rows, one for each dimension of the model's.
    public float[] matrix() {
        return matrix.clone();
    }

    /// The tokens of a text after the map in 8 bits a value, each relative to its token's largest: what [MaxSim]
    /// compares. Dimension by dimension: first the first value of each token, then the second.
    ///
    /// @param vectors of the tokens, one after the other
    /// @throws IllegalArgumentException if it is no whole number of them
    public byte[] tokens(float[] vectors) {
        int count = count(vectors);
        byte[] tokens = new byte[count * to];
        float[] mapped = new float[to];
        for (int token = 0; token < count; token++) {
            map(vectors, token * from, mapped);
            float largest = Float.MIN_NORMAL;
            for (float value : mapped) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int d = 0; d < to; d++) {
                tokens[d * count + token] = (byte) Math.round((double) mapped[d] * LARGEST / largest);
            }
        }
        return tokens;
    }

    /// The tokens of a question after the map, one after the other, each of unit length; one that is mapped to nothing
    /// is nothing.
    ///
    /// @throws IllegalArgumentException if it is no whole number of them
    public float[] query(float[] vectors) {
        int count = count(vectors);
        float[] query = new float[count * to];
        float[] mapped = new float[to];
        for (int token = 0; token < count; token++) {
            map(vectors, token * from, mapped);
            double square = 0;
            for (float value : mapped) {
                square += (double) value * value;
            }
            double length = Math.sqrt(Math.max(square, Float.MIN_NORMAL));
            for (int d = 0; d < to; d++) {
                query[token * to + d] = (float) (mapped[d] / length);
            }
        }
        return query;
    }

    private int count(float[] vectors) {
        if (vectors.length % from != 0) {
            throw new IllegalArgumentException(vectors.length + " numbers are no vectors of " + from + " dimensions.");
        }
        return vectors.length / from;
    }

    private void map(float[] vectors, int begin, float[] mapped) {
        Arrays.fill(mapped, 0);
        MatrixProduct.add(mapped, vectors, begin, rows);
    }

    /// The SHA-256 of its numbers in hexadecimal digits: what was made with another one has another.
    public String digest() {
        ByteBuffer bytes =
                ByteBuffer.allocate((2 + matrix.length) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(from).putInt(to);
        for (float number : matrix) {
            bytes.putFloat(number);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenProjection same
                && from == same.from
                && to == same.to
                && Arrays.equals(matrix, same.matrix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(matrix);
    }
}
