package org.proviso.lucene;

import org.proviso.retrieval.Projection;

/// A question's vector made ready for [Projection]s of clauses: quantised, with what the rounding is relative to.
///
/// @param factor how long the vector is, divided by how long it is in 8 bits
record MappedQuery(QuantizedVector vector, double factor) {

    /// @param question of unit length
    static MappedQuery of(float[] question, Projection projection) {
        float[] mapped = projection.query(question);
        double square = 0;
        for (float value : mapped) {
            square += (double) value * value;
        }
        QuantizedVector vector = QuantizedVector.of(mapped);
        return new MappedQuery(vector, Math.sqrt(square) / vector.length());
    }

    /// @param product of both vectors in 8 bits
    /// @param mappedLength how long the text's vector in 8 bits is after the projection
    double cosine(double product, double mappedLength) {
        return Math.clamp(product * factor / mappedLength, -1.0, 1.0);
    }
}
