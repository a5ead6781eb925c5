package org.proviso.tuning;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/// Some tokens before and after a map, one in a row, and the gradient of a loss by them: few enough for a core's own
/// memory.
final class TokenBlock {

    static final int ROWS = 256;

    private final FMatrixRMaj tokens;
    private final FMatrixRMaj unit;
    private final FMatrixRMaj gradient;
    private final float[] lengths;

    /// @param tokens before the map
    TokenBlock(FMatrixRMaj tokens, int to) {
        this.tokens = tokens;
        unit = new FMatrixRMaj(tokens.numRows, to);
        gradient = new FMatrixRMaj(tokens.numRows, to);
        lengths = new float[tokens.numRows];
    }

    /// Maps the tokens, to unit length, and forgets the gradient.
    void map(FMatrixRMaj matrix) {
        CommonOps_FDRM.mult(tokens, matrix, unit);
        int columns = unit.numCols;
        for (int row = 0; row < lengths.length; row++) {
            int from = row * columns;
            float square = 0;
            for (int d = from; d < from + columns; d++) {
                square += unit.data[d] * unit.data[d];
            }
            lengths[row] = (float) Math.sqrt(Math.max(square, 1e-12f));
            for (int d = from; d < from + columns; d++) {
                unit.data[d] /= lengths[row];
            }
        }
        gradient.zero();
    }

    /// The tokens after the map, at unit length.
    float[] unit() {
        return unit.data;
    }

    /// The gradient by [#unit], to be added to.
    float[] gradient() {
        return gradient.data;
    }

    /// What the tokens say of the gradient by the matrix of the map. Once after [#map].
    FMatrixRMaj byMatrix() {
        int columns = unit.numCols;
        for (int row = 0; row < lengths.length; row++) {
            int from = row * columns;
            float along = 0;
            for (int d = from; d < from + columns; d++) {
                along += gradient.data[d] * unit.data[d];
            }
            for (int d = from; d < from + columns; d++) {
                gradient.data[d] = (gradient.data[d] - unit.data[d] * along) / lengths[row];
            }
        }
        FMatrixRMaj byMatrix = new FMatrixRMaj(tokens.numCols, columns);
        CommonOps_FDRM.multTransA(tokens, gradient, byMatrix);
        return byMatrix;
    }
}
