package org.proviso.retrieval;

/// The product of a vector and a matrix: sums side by side become instructions for many numbers at once, a sum along a
/// row does not. The same on every machine.
final class MatrixProduct {

    private MatrixProduct() {}

    /// Adds the product to `sums`.
    ///
    /// @param sums at least as many as there are columns
    /// @param factors hold the vector
    /// @param from where it begins
    /// @param rows how many numbers it has, and the matrix rows
    /// @param matrix by rows, at its beginning
    static void add(float[] sums, float[] factors, int from, int rows, float[] matrix, int columns) {
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            addFour(sums, 0, factors, from + row, matrix, row * columns, columns);
        }
        for (; row < rows; row++) {
            addOne(sums, 0, factors[from + row], matrix, row * columns, columns);
        }
    }

    /// The same with a square matrix that has nothing but zeros below its diagonal, which are not looked at.
    static void addUpper(float[] sums, float[] factors, float[] matrix) {
        int size = factors.length;
        int row = 0;
        for (; row + 3 < size; row += 4) {
            addFour(sums, row, factors, row, matrix, row * size, size);
        }
        for (; row < size; row++) {
            addOne(sums, row, factors[row], matrix, row * size, size);
        }
    }

    /// Four rows at once, so that sums are fetched and put back a quarter as often.
    private static void addFour(
            float[] sums, int begin, float[] factors, int from, float[] matrix, int at, int columns) {
        float first = factors[from];
        float second = factors[from + 1];
        float third = factors[from + 2];
        float fourth = factors[from + 3];
        int secondAt = at + columns;
        int thirdAt = secondAt + columns;
        int fourthAt = thirdAt + columns;
        for (int i = begin; i < columns; i++) {
            sums[i] += first * matrix[at + i]
                    + second * matrix[secondAt + i]
                    + third * matrix[thirdAt + i]
                    + fourth * matrix[fourthAt + i];
        }
    }

    private static void addOne(float[] sums, int begin, float factor, float[] matrix, int at, int columns) {
        for (int i = begin; i < columns; i++) {
            sums[i] += factor * matrix[at + i];
        }
    }
}
