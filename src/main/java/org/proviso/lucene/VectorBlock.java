package org.proviso.lucene;

import org.jspecify.annotations.Nullable;

/// The vectors of neighbouring ordinals, dimension by dimension: first the first value of each, then the second.
///
/// So that a scan adds one dimension to the sums of all, side by side, which the compiler turns into instructions for
/// many values at once; along one vector it does not. The sums are integers below 2²⁴, which floats hold exactly.
/// Not safe for writing while others read.
final class VectorBlock {

    private final int width;
    private final int dimensions;
    private final byte[] values;
    /// How long each is after the projection; 0 for those that have no vector.
    private final float[] mapped;

    /// @param width how many vectors there is room for
    VectorBlock(int width, int dimensions) {
        this.width = width;
        this.dimensions = dimensions;
        this.values = new byte[width * dimensions];
        this.mapped = new float[width];
    }

    boolean has(int place) {
        return mapped[place] > 0;
    }

    /// @param mappedLength how long the vector is after the projection, above 0
    void put(int place, QuantizedVector vector, float mappedLength) {
        byte[] its = vector.values();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            values[dimension * width + place] = its[dimension];
        }
        mapped[place] = mappedLength;
    }

    @Nullable
    QuantizedVector get(int place) {
        if (!has(place)) {
            return null;
        }
        byte[] its = new byte[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            its[dimension] = values[dimension * width + place];
        }
        return QuantizedVector.of(its);
    }

    /// The cosine of a query and one vector that there is, after the projection.
    double cosine(MappedQuery query, int place) {
        byte[] factors = query.vector().values();
        int product = 0;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            product += factors[dimension] * values[dimension * width + place];
        }
        return query.cosine(product, mapped[place]);
    }

    /// The cosines of a query and every vector, after the projection; what stands for a missing one says nothing.
    double[] cosines(MappedQuery query) {
        float[] products = new float[width];
        byte[] factors = query.vector().values();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            add(products, factors[dimension], values, dimension * width);
        }
        double[] cosines = new double[width];
        for (int place = 0; place < width; place++) {
            cosines[place] = query.cosine(products[place], mapped[place]);
        }
        return cosines;
    }

    private static void add(float[] products, float factor, byte[] values, int from) {
        for (int place = 0; place < products.length; place++) {
            products[place] += factor * values[from + place];
        }
    }
}
