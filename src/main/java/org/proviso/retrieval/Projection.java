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
    private final float[][] product;

    /// The same with twice the numbers above the diagonal and none below it: `uᵀPu` is `uᵀUu`, at half the cost.
    private final float[][] upper;

    private Projection(int dimensions, float[] added) {
        this.dimensions = dimensions;
        this.added = added;
        this.product = product(dimensions, added);
        this.upper = upper(product);
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
        float[] mapped = new float[dimensions];
        MatrixProduct.add(mapped, question, 0, product);
        float length = length(question);
        for (int i = 0; i < dimensions; i++) {
            mapped[i] /= length;
        }
        return mapped;
    }

    /// How long a clause's vector is after the map, above 0. A longer vector is longer in proportion.
    public float length(float[] clause) {
        float[] times = new float[dimensions];
        MatrixProduct.addUpper(times, clause, upper);
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            square += (double) times[i] * clause[i];
        }
        // A vector that is mapped to nothing is near to nothing; the floor keeps the quotient finite.
        return (float) Math.sqrt(Math.max(square, 1e-6));
    }

    private static float[][] product(int dimensions, float[] added) {
        float[] map = added.clone();
        for (int i = 0; i < dimensions; i++) {
            map[i * dimensions + i] += 1;
        }
        float[][] product = new float[dimensions][dimensions];
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = 0;
                for (int i = 0; i < dimensions; i++) {
                    sum += (double) map[row * dimensions + i] * map[column * dimensions + i];
                }
                product[row][column] = (float) sum;
                product[column][row] = (float) sum;
            }
        }
        return product;
    }

    private static float[][] upper(float[][] product) {
        float[][] upper = new float[product.length][product.length];
        for (int row = 0; row < upper.length; row++) {
            upper[row][row] = product[row][row];
            for (int column = row + 1; column < upper.length; column++) {
                upper[row][column] = 2 * product[row][column];
            }
        }
        return upper;
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
