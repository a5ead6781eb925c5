package org.proviso.retrieval;

/// The product of a vector and a matrix, the same on every machine.
///
/// Sums side by side become instructions for many numbers at once, a sum along a row does not; and rows are arrays of
/// their own, since the compiler has to see that what it reads and what it writes stand at the same place.
final class MatrixProduct {

    private MatrixProduct() {}

    /// Adds the product to `sums`.
    ///
    /// @param sums one for each column
    /// @param factors hold the vector, which has a number for each row
    /// @param from where it begins
    static void add(float[] sums, float[] factors, int from, float[][] rows) {
        int row = 0;
        for (; row + 3 < rows.length; row += 4) {
            addFour(sums, 0, factors, from + row, rows, row);
        }
        for (; row < rows.length; row++) {
            addOne(sums, 0, factors[from + row], rows[row]);
        }
    }

    /// The same with a square matrix that has nothing but zeros below its diagonal, which are not looked at.
    static void addUpper(float[] sums, float[] factors, float[][] rows) {
        int row = 0;
        for (; row + 3 < rows.length; row += 4) {
            addFour(sums, row, factors, row, rows, row);
        }
        for (; row < rows.length; row++) {
            addOne(sums, row, factors[row], rows[row]);
        }
    }

    /// Four rows at once, so that sums are fetched and put back a quarter as often.
    private static void addFour(float[] sums, int begin, float[] factors, int from, float[][] rows, int row) {
        float first = factors[from];
        float second = factors[from + 1];
        float third = factors[from + 2];
        float fourth = factors[from + 3];
        float[] firstRow = rows[row];
        float[] secondRow = rows[row + 1];
        float[] thirdRow = rows[row + 2];
        float[] fourthRow = rows[row + 3];
        for (int i = begin; i < sums.length; i++) {
            sums[i] += first * firstRow[i] + second * secondRow[i] + third * thirdRow[i] + fourth * fourthRow[i];
        }
    }

    private static void addOne(float[] sums, int begin, float factor, float[] row) {
        for (int i = begin; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }
}
