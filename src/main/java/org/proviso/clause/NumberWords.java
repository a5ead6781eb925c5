package org.proviso.clause;

/// English cardinal words, 0 to 9,999, as contracts write them: `one hundred twenty-five`.
final class NumberWords {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private NumberWords() {}

    static String of(int number) {
        if (number < 0 || number > 9_999) {
            throw new IllegalArgumentException(number + " is not between 0 and 9,999");
        }
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 100) {
            return number % 10 == 0 ? TENS[number / 10] : TENS[number / 10] + "-" + SMALL[number % 10];
        }
        if (number < 1_000) {
            return joined(SMALL[number / 100] + " hundred", number % 100);
        }
        return joined(SMALL[number / 1_000] + " thousand", number % 1_000);
    }

    private static String joined(String head, int rest) {
        return rest == 0 ? head : head + " " + of(rest);
    }
}
