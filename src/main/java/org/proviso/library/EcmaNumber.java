package org.proviso.library;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as ECMAScript prints them, which RFC 8785 asks for: the shortest digits that read as the same
/// double, of these the nearest, in exponent notation from 10^21 up and below 10^-6.
final class EcmaNumber {

    private static final int PLAIN_DIGITS = 21;
    private static final int PLAIN_ZEROS = 6;

    private EcmaNumber() {}

    /// @throws IllegalArgumentException if it is infinite or not a number
    static String print(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " has no form in JSON.");
        }
        if (number == 0) {
            return "0";
        }
        return (number < 0 ? "-" : "") + printed(shortest(Math.abs(number)));
    }

    /// Java prints at least two digits, so where two are, one may do.
    private static BigDecimal shortest(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (digits.precision() != 2) {
            return digits;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal best = digits;
        BigInteger tens = digits.unscaledValue().divide(BigInteger.TEN);
        for (BigInteger digit : new BigInteger[] {tens, tens.add(BigInteger.ONE)}) {
            BigDecimal one = new BigDecimal(digit, digits.scale() - 1);
            boolean closer = best.precision() == 2 || distance(one, exact).compareTo(distance(best, exact)) < 0;
            if (one.doubleValue() == number && closer) {
                best = one;
            }
        }
        return best.stripTrailingZeros();
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs();
    }

    private static String printed(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        // The value is 0.digits times ten to this power.
        int power = digits.length() - number.scale();
        if (power > PLAIN_DIGITS || power <= -PLAIN_ZEROS) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (power > 0 ? "+" : "") + (power - 1);
        }
        if (power <= 0) {
            return "0." + "0".repeat(-power) + digits;
        }
        return digits.length() <= power
                ? digits + "0".repeat(power - digits.length())
                : digits.substring(0, power) + "." + digits.substring(power);
    }
}
