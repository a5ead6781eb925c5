package org.proviso.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F32;
import org.proviso.retrieval.TokenProjection;

/// The directions in which tokens of unit length spread most, about the origin: the map into fewer dimensions that
/// changes their products least.
final class PrincipalDimensions {

    private PrincipalDimensions() {}

    /// @param texts the token vectors of some texts, one after the other in each
    /// @param from how many dimensions they have
    /// @param to how many of the directions; no more than `from`
    static TokenProjection of(List<float[]> texts, int from, int to) {
        FMatrixRMaj spread = new FMatrixRMaj(from, from);
        for (float[] text : texts) {
            FMatrixRMaj unit = unit(text, from);
            CommonOps_FDRM.multAddTransA(unit, unit, spread);
        }
        CommonOps_FDRM.scale(1f / Math.max(1, texts.size()), spread);
        EigenDecomposition_F32<FMatrixRMaj> decomposition = DecompositionFactory_FDRM.eig(from, true, true);
        if (!decomposition.decompose(spread)) {
            throw new IllegalStateException("The vectors of the tokens have no principal dimensions.");
        }
        int[] largest = IntStream.range(0, from)
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> -decomposition.getEigenvalue(i).getReal()))
                .limit(to)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] matrix = new float[from * to];
        for (int column = 0; column < to; column++) {
            FMatrixRMaj direction = decomposition.getEigenVector(largest[column]);
            for (int row = 0; row < from; row++) {
                matrix[row * to + column] = direction.data[row];
            }
        }
        return TokenProjection.of(from, to, matrix);
    }

    private static FMatrixRMaj unit(float[] text, int from) {
        FMatrixRMaj unit = FMatrixRMaj.wrap(text.length / from, from, text.clone());
        for (int row = 0; row < unit.numRows; row++) {
            double square = 0;
            for (int d = row * from; d < (row + 1) * from; d++) {
                square += (double) unit.data[d] * unit.data[d];
            }
            float length = (float) Math.sqrt(Math.max(square, 1e-12));
            for (int d = row * from; d < (row + 1) * from; d++) {
                unit.data[d] /= length;
            }
        }
        return unit;
    }
}
