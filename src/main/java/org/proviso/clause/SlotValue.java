package org.proviso.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/// A value that fits a slot. Made by [SlotFormat], which is the only place that knows each type's grammar.
public sealed interface SlotValue {

    /// A party, person, address, email, choice, text or label: the words as printed, quotes and apostrophes straight.
    record Words(String text) implements SlotValue {}

    record Day(LocalDate date) implements SlotValue {}

    /// @param count 1 to 9,999
    record Duration(int count, Unit unit) implements SlotValue {

        /// The length in days; a month counts 30.4375, a year twelve months, a business day 1.4.
        public double approximateDays() {
            return count * unit.days;
        }
    }

    /// @param currency the ISO 4217 code
    /// @param amount without trailing zeros
    record Money(String currency, BigDecimal amount) implements SlotValue {}

    /// An integer, a number of rows, or a percentage (5 for 5 %), without trailing zeros.
    record Quantity(BigDecimal number, boolean percent) implements SlotValue {

        /// How many rows there are.
        public static Quantity count(int rows) {
            return new Quantity(BigDecimal.valueOf(rows), false);
        }
    }

    record Place(Jurisdiction jurisdiction) implements SlotValue {}

    record Flag(boolean set) implements SlotValue {}

    /// The units that durations are counted in.
    enum Unit {
        DAY(1),
        BUSINESS_DAY(1.4),
        WEEK(7),
        MONTH(30.4375),
        YEAR(365.25);

        private final double days;

        Unit(double days) {
            this.days = days;
        }

        /// The printed unit, such as `business day` or `years`.
        public String words(int count) {
            String singular = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return count == 1 ? singular : singular + "s";
        }
    }
}
