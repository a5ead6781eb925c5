package org.proviso.lucene;

import org.apache.lucene.util.VectorUtil;

/// A vector in 8 bits a value, each relative to the largest.
///
/// Cosines are those of the rounded vectors: their length, which rounding changes a little, cancels out, so that no
/// factor has to be kept. They come of sums of integers, which are the same in whatever order they are added.
final class QuantizedVector {

    private static final int LARGEST = 127;

    private final byte[] values;
    private final double length;

    /// @param values not all 0; not changed by the caller any more
    private QuantizedVector(byte[] values) {
        this.values = values;
        this.length = Math.sqrt(VectorUtil.dotProduct(values, values));
    }

    /// @param vector of finite values, not all 0
    static QuantizedVector of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] values = new byte[vector.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round((double) vector[i] * LARGEST / largest);
        }
        return new QuantizedVector(values);
    }

    /// The law is `of(v.values())` = `v`.
    static QuantizedVector of(byte[] values) {
        return new QuantizedVector(values.clone());
    }

    byte[] values() {
        return values.clone();
    }

    /// The values as they are, from -127 to 127.
    float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    /// The values at unit length.
    float[] unit() {
        float[] unit = floats();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= (float) length;
        }
        return unit;
    }

    double length() {
        return length;
    }

    /// @param other of the same dimensions
    double cosine(QuantizedVector other) {
        return Math.clamp(VectorUtil.dotProduct(values, other.values) / (length * other.length), -1.0, 1.0);
    }
}
