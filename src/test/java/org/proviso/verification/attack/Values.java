package org.proviso.verification.attack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.oracle.Dice;

/// Other values of the kind that a printed one seems to be.
final class Values {

    private static final List<String> PARTIES =
            List.of("Initech, LLC", "Acme Holdings, Inc.", "Globex AG", "Acme, Inc");
    private static final List<String> DURATIONS = List.of(
            "four (4) years", "thirty-one (31) days", "one (1) year", "six (6) months", "two (2) business days");
    private static final List<String> TEXTS =
            List.of("evaluating a purchase", "Vice President", "consulting services", "the sale of goods and services");

    private Values() {}

    static @Nullable String other(String value, Dice dice) {
        if (value.contains("(")) {
            return dice.of(DURATIONS);
        }
        if (value.matches("[A-Z]{3} [0-9].*")) {
            return dice.of("USD 49,999", "USD 500,000", "EUR 50,000", "USD 5", "JPY 50,000");
        }
        if (value.endsWith("%")) {
            return dice.of("5%", "50%", "0.5%", "100%", "1.5%");
        }
        if (value.matches("[0-9,]+")) {
            return dice.of("5", "1,000", "99", "0", "12");
        }
        if (value.matches("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}")) {
            return dice.of("December 2, 2026", "December 1, 2027", "January 12, 2026", "November 1, 2026");
        }
        if (value.contains("@")) {
            return dice.of("legal@acme.invalid", "legal@acrne.example", "no@acme.example");
        }
        if (value.startsWith("the State of") || value.equals("Germany") || value.equals("England and Wales")) {
            return dice.of("the State of New York", "France", "England and Wales", "the State of Delaware");
        }
        return Character.isUpperCase(value.charAt(0)) ? dice.of(PARTIES) : dice.of(TEXTS);
    }

    /// The same value, but not as a contract prints it.
    static @Nullable String otherwiseWritten(String value, Dice dice) {
        if (value.contains("(")) {
            return dice.of(
                    value.replaceFirst("^[a-z-]+ \\(([0-9]+)\\)", "$1"),
                    value.replaceFirst(" \\([0-9]+\\)", ""),
                    value.replace("(", "( "),
                    value.toUpperCase(java.util.Locale.ROOT),
                    value.replaceFirst("s$", ""));
        }
        if (value.matches("[A-Z]{3} [0-9].*")) {
            return dice.of(
                    value.replace(",", ""),
                    value.replace(",", "."),
                    value.replace(" ", ""),
                    value + ".00",
                    value.replaceFirst("USD ", "\\$"),
                    value.substring(4) + " " + value.substring(0, 3));
        }
        if (value.matches("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}")) {
            return dice.of(
                    "2026-12-01",
                    "1 December 2026",
                    "12/1/2026",
                    "December 01, 2026",
                    "December 1st, 2026",
                    "Dec 1, 2026");
        }
        if (value.endsWith("%") || value.matches("[0-9,]+")) {
            return dice.of(
                    value.replace("%", " %"),
                    value.replace("%", " percent"),
                    value.replace(",", ""),
                    "0" + value,
                    value + ".0");
        }
        if (value.startsWith("the State of")) {
            return dice.of(value.substring(13), "Delaware", "US-DE", "The State of Delaware", "the state of Delaware");
        }
        return dice.of(
                value.toUpperCase(java.util.Locale.ROOT),
                value.replace(",", ""),
                value.replace(".", ""),
                value.replace(" ", "-"),
                value.replace("-", " "),
                value + ".",
                value + ",");
    }
}
