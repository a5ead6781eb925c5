package org.proviso.retrieval;

import java.util.Arrays;

/// A learned linear map of the vectors of one model, which brings a question nearer to what answers it: `u` becomes
/// `u + uA` at unit length, for questions and clauses alike.
///
/// Vectors are kept as the model made them, so another projection costs no embedding: the cosine of a mapped question
/// and a mapped clause `u` is the product of [#query] and `u`, divided by [#length] of `u`.
public final class Projection {

    private final int dimensions;
    private final float[] added;
    /// `(I + A)(I + A)ᵀ`, by rows; symmetric.
    private final float[] product;

    private Projection(int dimensions, float[] added) {
        this.dimensions = dimensions;
        this.added = added;
        this.product = product(dimensions, added);
    }

    /// @param added A, by rows; its length is the square of `dimensions`
    /// @throws IllegalArgumentException if it has another length, or a number that is not finite or beyond 1,000
    public static Projection of(int dimensions, float[] added) {
        if (dimensions < 1 || added.length != dimensions * dimensions) {
            throw new IllegalArgumentException(
                    added.length + " numbers are no square matrix of " + dimensions + " rows.");
        }
        for (float number : added) {
            if (!Float.isFinite(number) || Math.abs(number) > 1e3) {
                throw new IllegalArgumentException("The matrix holds " + number + ", which no training gives.");
            }
        }
        return new Projection(dimensions, added.clone());
    }

    /// Leaves every vector as it is.
    public static Projection identity(int dimensions) {
        return of(dimensions, new float[dimensions * dimensions]);
    }

    public int dimensions() {
        return dimensions;
    }

    /// A, by rows.
    public float[] added() {
        return added.clone();
    }

    /// What clauses are multiplied with for a question; not of unit length.
    ///
    /// @param question of unit length
    public float[] query(float[] question) {
        float[] mapped = times(question);
        float length = length(question, mapped);
        for (int i = 0; i < dimensions; i++) {
            mapped[i] /= length;
        }
        return mapped;
    }

    /// How long a clause's vector is after the map, above 0. A longer vector is longer in proportion.
    public float length(float[] clause) {
        return length(clause, times(clause));
    }

    /// A vector that is mapped to nothing is near to nothing; the floor keeps the quotient finite.
    private static float length(float[] vector, float[] times) {
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            square += (double) times[i] * vector[i];
        }
        return (float) Math.sqrt(Math.max(square, 1e-6));
    }

    /// The product with a vector, a row of the symmetric matrix after the other: sums side by side become
    /// instructions for many numbers at once, a sum along a row does not.
    private float[] times(float[] vector) {
        float[] sums = new float[dimensions];
        for (int row = 0; row < dimensions; row++) {
            add(sums, vector[row], row * dimensions);
        }
        return sums;
    }

    private void add(float[] sums, float factor, int from) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * product[from + i];
        }
    }

    private static float[] product(int dimensions, float[] added) {
        float[] map = added.clone();
        for (int i = 0; i < dimensions; i++) {
            map[i * dimensions + i] += 1;
        }
        float[] product = new float[map.length];
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = 0;
                for (int i = 0; i < dimensions; i++) {
                    sum += (double) map[row * dimensions + i] * map[column * dimensions + i];
                }
                product[row * dimensions + column] = (float) sum;
                product[column * dimensions + row] = (float) sum;
            }
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Projection same && Arrays.equals(added, same.added);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(added);
    }
}
