package org.proviso.clause;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotValue.Day;
import org.proviso.clause.SlotValue.Duration;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Money;
import org.proviso.clause.SlotValue.Place;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.SlotValue.Unit;
import org.proviso.clause.SlotValue.Words;

/// The one table of what each slot type prints and parses, for one locale.
///
/// The law is `parse(slot, print(value))` = `value` for every accepted value. [#parse] takes the printed form
/// only, as it stands in a contract; [#read] also takes what people and programs send: ISO dates, `3 years`,
/// jurisdiction codes.
public final class SlotFormat {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern US_DATE = Pattern.compile("([A-Z][a-z]+) (\\d{1,2}), (\\d{4})");
    private static final Pattern GB_DATE = Pattern.compile("(\\d{1,2}) ([A-Z][a-z]+) (\\d{4})");
    private static final Pattern DURATION =
            Pattern.compile("(?:([a-z][a-z -]*) \\(([1-9]\\d{0,3})\\)|([1-9]\\d{0,3})) (business days?|[a-z]+)");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (\\d[\\d,]*(?:\\.\\d{1,4})?)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3}){0,4}(?:\\.\\d{1,4})?");
    private static final Pattern PLAIN = Pattern.compile("(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,4})?");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9](?:[A-Za-z0-9+-]|[._](?=[A-Za-z0-9])){0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,5}[A-Za-z]{2,24}");

    private static final Pattern LABEL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){0,5}(?:\\([a-z]{1,4}\\))?|\\([a-z]{1,4}\\)");

    private static final String MARKS_OF_WORDS = ".,&'+#/-";

    private final ContractLocale locale;

    public SlotFormat(ContractLocale locale) {
        this.locale = locale;
    }

    /// The value as a contract prints it; a flag prints nothing and has no printed form.
    public String print(Slot slot, SlotValue value) {
        return switch (value) {
            case Words words -> words.text();
            case Day day -> printDate(day.date());
            case Duration duration ->
                NumberWords.of(duration.count()) + " (" + duration.count() + ") "
                        + duration.unit().words(duration.count());
            case Money money -> money.currency() + " " + grouped(moneyScale(money));
            case Quantity quantity -> grouped(quantity.number()) + (quantity.percent() ? "%" : "");
            case Place place -> place.jurisdiction().printed();
            case Flag flag -> Boolean.toString(flag.set());
        };
    }

    /// The value in the form that [#read] takes and JSON carries: an ISO date, a jurisdiction code, else as
    /// printed.
    public String write(Slot slot, SlotValue value) {
        return switch (value) {
            case Day day -> day.date().toString();
            case Place place -> place.jurisdiction().code();
            case Words _, Duration _, Money _, Quantity _, Flag _ -> print(slot, value);
        };
    }

    /// Reads the printed form, exactly; nothing else is accepted.
    public SlotReading parse(Slot slot, String printed) {
        SlotReading reading = read(slot, printed);
        if (reading instanceof Accepted(SlotValue value)
                && !print(slot, value).equals(printed)
                && slot.type() != SlotType.FLAG) {
            return new Refused("\"" + Excerpt.of(printed) + "\" is not how a contract prints it; that is \""
                    + print(slot, value) + "\".");
        }
        return reading;
    }

    /// Reads the printed form, or the forms that people and programs send.
    public SlotReading read(Slot slot, String input) {
        String text = input.strip();
        if (text.isEmpty()) {
            return refused(slot, input, "it is empty");
        }
        if (text.length() > 1_000) {
            return refused(slot, input, "it is longer than 1,000 characters");
        }
        SlotReading reading = switch (slot.type()) {
            case PARTY, PERSON, ADDRESS, TEXT -> readWords(slot, text);
            case DATE -> readDate(slot, text);
            case DURATION -> readDuration(slot, text);
            case MONEY -> readMoney(slot, text);
            case PERCENT, INTEGER, ROWS -> readNumber(slot, text);
            case JURISDICTION -> readJurisdiction(slot, text);
            case EMAIL ->
                EMAIL.matcher(text).matches()
                        ? new Accepted(new Words(text))
                        : refused(slot, text, "it is not an email address such as legal@example.com");
            case CHOICE ->
                slot.choices().contains(straight(text))
                        ? new Accepted(new Words(straight(text)))
                        : refused(slot, text, "it has to be one of " + slot.choices());
            case LABEL ->
                LABEL.matcher(text).matches()
                        ? new Accepted(new Words(text))
                        : refused(slot, text, "it is not a label such as 4.2 or 12(a)");
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? new Accepted(new Flag(text.equals("true")))
                        : refused(slot, text, "it has to be true or false");
        };
        return reading instanceof Accepted(SlotValue value) ? withinBounds(slot, text, value) : reading;
    }

    /// Whether a value may have `word`, one of its canonical tokens, as its `number`th; false only if no value
    /// has it there, whatever stands before and behind.
    ///
    /// @param number counted from 1
    public boolean mayContinue(Slot slot, int number, String word) {
        return switch (slot.type()) {
            case PARTY, PERSON, ADDRESS, TEXT ->
                Character.isLetterOrDigit(word.codePointAt(0)) || MARKS_OF_WORDS.contains(word);
            case DATE -> number <= 4;
            case DURATION -> number <= 16;
            case MONEY, PERCENT -> number <= 2;
            case INTEGER -> number == 1;
            case LABEL -> number <= 4;
            case JURISDICTION, CHOICE -> true;
            case EMAIL -> !word.equals(",");
            case FLAG, ROWS -> false;
        };
    }

    private SlotReading readWords(Slot slot, String text) {
        String phrase = straight(text);
        String reason = PhraseGrammar.of(slot.type()).refusal(phrase, slot.maxWords());
        return reason.isEmpty() ? new Accepted(new Words(phrase)) : refused(slot, text, reason);
    }

    private SlotReading readDate(Slot slot, String text) {
        Matcher iso = ISO_DATE.matcher(text);
        Matcher american = US_DATE.matcher(text);
        Matcher british = GB_DATE.matcher(text);
        try {
            if (iso.matches()) {
                return date(slot, text, iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
            }
            if (american.matches() && MONTHS.contains(american.group(1))) {
                return date(slot, text, american.group(3), MONTHS.indexOf(american.group(1)) + 1, american.group(2));
            }
            if (british.matches() && MONTHS.contains(british.group(2))) {
                return date(slot, text, british.group(3), MONTHS.indexOf(british.group(2)) + 1, british.group(1));
            }
        } catch (DateTimeException e) {
            return refused(slot, text, "there is no such day");
        }
        return refused(slot, text, "it is not a date; write it as 2026-01-31");
    }

    private static SlotReading date(Slot slot, String text, String year, int month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        return date.getYear() < 1900 ? refused(slot, text, "its year is before 1900") : new Accepted(new Day(date));
    }

    private static SlotReading readDuration(Slot slot, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return refused(slot, text, "it is not a duration; write it as \"3 years\" or \"three (3) years\"");
        }
        int count = Integer.parseInt(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        for (Unit unit : Unit.values()) {
            if (matcher.group(4).equals(unit.words(count))) {
                if (matcher.group(1) != null && !matcher.group(1).equals(NumberWords.of(count))) {
                    return refused(
                            slot,
                            text,
                            "word and figure disagree: " + count + " is \"" + NumberWords.of(count) + "\", not \""
                                    + matcher.group(1) + "\"");
                }
                return new Accepted(new Duration(count, unit));
            }
        }
        return refused(slot, text, "its unit has to be days, business days, weeks, months or years (one: singular)");
    }

    private static SlotReading readMoney(Slot slot, String text) {
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches() || !isCurrency(matcher.group(1)) || !isNumber(matcher.group(2))) {
            return refused(slot, text, "it is not an amount of money; write it as \"USD 50,000\"");
        }
        String currency = matcher.group(1);
        BigDecimal amount = number(matcher.group(2));
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return amount.scale() > Math.max(digits, 0)
                ? refused(slot, text, currency + " has " + digits + " decimal digits")
                : new Accepted(new Money(currency, amount));
    }

    private static SlotReading readNumber(Slot slot, String text) {
        boolean percent = slot.type() == SlotType.PERCENT;
        Matcher matcher = PERCENT.matcher(text);
        String digits = percent && matcher.matches() ? matcher.group(1) : text;
        if (!isNumber(digits)) {
            return refused(
                    slot, text, percent ? "it is not a percentage such as 5%" : "it is not a whole number such as 25");
        }
        BigDecimal number = number(digits);
        if (percent && number.compareTo(BigDecimal.valueOf(100)) > 0) {
            return refused(slot, text, "it is more than 100%");
        }
        return !percent && number.scale() > 0
                ? refused(slot, text, "it is not a whole number such as 25")
                : new Accepted(new Quantity(number, percent));
    }

    private static SlotReading readJurisdiction(Slot slot, String text) {
        if (Jurisdiction.isKnown(text)) {
            return new Accepted(new Place(new Jurisdiction(text)));
        }
        return Jurisdiction.named(text)
                .<SlotReading>map(found -> new Accepted(new Place(found)))
                .orElseGet(() -> refused(
                        slot,
                        text,
                        "it is not a known jurisdiction; write an ISO 3166 code such as US-DE, GB-EAW or DE"));
    }

    private SlotReading withinBounds(Slot slot, String text, SlotValue value) {
        if (value instanceof Money money
                && Stream.of(slot.min(), slot.max())
                        .anyMatch(bound -> bound instanceof Money limit
                                && !limit.currency().equals(money.currency()))) {
            return refused(slot, text, "its currency is not that of the allowed range");
        }
        if (slot.min() != null && compare(value, slot.min()) < 0) {
            return refused(slot, text, "the least allowed is " + print(slot, slot.min()));
        }
        if (slot.max() != null && compare(value, slot.max()) > 0) {
            return refused(slot, text, "the most allowed is " + print(slot, slot.max()));
        }
        return new Accepted(value);
    }

    /// Compares two values of the same bounded type.
    private static int compare(SlotValue value, SlotValue bound) {
        if (value instanceof Day(LocalDate day) && bound instanceof Day(LocalDate limit)) {
            return day.compareTo(limit);
        }
        if (value instanceof Duration duration && bound instanceof Duration limit) {
            return Double.compare(duration.approximateDays(), limit.approximateDays());
        }
        if (value instanceof Quantity quantity && bound instanceof Quantity limit) {
            return quantity.number().compareTo(limit.number());
        }
        if (value instanceof Money money && bound instanceof Money limit) {
            return money.amount().compareTo(limit.amount());
        }
        throw new IllegalStateException("no order between " + value + " and " + bound);
    }

    private String printDate(LocalDate date) {
        String month = MONTHS.get(date.getMonthValue() - 1);
        return switch (locale) {
            case EN_US -> month + " " + date.getDayOfMonth() + ", " + date.getYear();
            case EN_GB -> date.getDayOfMonth() + " " + month + " " + date.getYear();
        };
    }

    private static BigDecimal moneyScale(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return money.amount().scale() <= 0 ? money.amount() : money.amount().setScale(digits);
    }

    private static String grouped(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return String.format(Locale.ROOT, "%,d", Long.parseLong(whole)) + (point < 0 ? "" : plain.substring(point));
    }

    private static boolean isNumber(String digits) {
        return GROUPED.matcher(digits).matches() || PLAIN.matcher(digits).matches();
    }

    private static BigDecimal number(String digits) {
        BigDecimal number = new BigDecimal(digits.replace(",", "")).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// A value's words in canonical characters: quotes and hyphens straight, white space as single spaces.
    public static String straight(String text) {
        StringBuilder straight = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (!CodePoints.isWhiteSpace(codePoint)) {
                straight.append(CodePoints.canonical(codePoint));
            } else if (codePoint == '\n' || codePoint == '\r') {
                straight.append('\n');
            } else if (!straight.isEmpty() && straight.charAt(straight.length() - 1) != ' ') {
                straight.append(' ');
            }
        });
        return straight.toString();
    }

    private static Refused refused(Slot slot, String text, String reason) {
        return new Refused("\"" + Excerpt.of(text) + "\" is not a value for " + slot.name() + " (" + slot.type() + "): "
                + reason + ".");
    }
}
