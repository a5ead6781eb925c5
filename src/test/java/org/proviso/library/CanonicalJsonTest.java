package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void keysStandInUtf16OrderAsInRfc8785() {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
                CanonicalJson.write(Map.of(
                        "\u20ac", 5, "\r", 1, "\ufb33", 7, "1", 2, "\ud83d\ude00", 6, "\u0080", 3, "\u00f6", 4)));
    }

    @Test
    void stringsHaveTheShortestEscapes() {
        assertEquals(
                "[\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\u007f€\"]",
                CanonicalJson.write(List.of("\b\t\n\f\r\"\\/\u0000\u001f\u007f€")));
    }

    /// RFC 8785, sections 3.2.2 and 3.2.3.
    @Test
    void theSampleOfRfc8785HasItsCanonicalForm() {
        Map<String, Object> sample = new HashMap<>();
        sample.put("numbers", List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
        sample.put("string", "€$\017\nA'B\"\\\\\"/");
        sample.put("literals", Arrays.asList(null, true, false));

        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.write(sample));
    }

    /// RFC 8785, appendix B.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersArePrintedAsInRfc8785(String bits, String printed) {
        assertEquals(printed, CanonicalJson.write(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5, -1.5",
        "10, 10",
        "0.1, 0.1",
        "2E23, 2e+23",
        "2.5E-8, 2.5e-8",
        "9E-324, 1e-323",
        "1.5E-323, 1.5e-323",
        "123456789012345680000, 123456789012345680000",
        "0.00001, 0.00001",
        "1E-7, 1e-7"
    })
    void numbersHaveTheFewestDigits(double number, String printed) {
        assertEquals(printed, CanonicalJson.write(number));
    }

    @Test
    void everyPrintedNumberReadsAsItself() {
        long seed = 8785;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String printed = CanonicalJson.write(number);

                assertEquals(number, Double.parseDouble(printed), "seed " + seed + ": " + printed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double number) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of(number)));
    }

    @Test
    void wholeNumbersThatAreNoDoublesAreRefused() {
        assertEquals("-9007199254740991", CanonicalJson.write(-9007199254740991L));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(9007199254740993L));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Long.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ude00\ud83db", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00"})
    void halfASurrogatePairIsRefused(String half) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(half));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of(half, 1)));
    }

    @Test
    void otherTypesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of('a')));
    }
}
