package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotValue.Day;
import org.proviso.clause.SlotValue.Duration;
import org.proviso.clause.SlotValue.Money;
import org.proviso.clause.SlotValue.Place;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.SlotValue.Unit;

class SlotFormatTest {

    private static final SlotFormat US = new SlotFormat(ContractLocale.EN_US);
    private static final SlotFormat GB = new SlotFormat(ContractLocale.EN_GB);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date         | 2026-01-05                     | January 5, 2026               | 5 January 2026
            date         | 5 January 2026                 | January 5, 2026               | 5 January 2026
            date         | January 5, 2026                | January 5, 2026               | 5 January 2026
            duration     | 3 years                        | three (3) years               | three (3) years
            duration     | three (3) years                | three (3) years               | three (3) years
            duration     | 1 month                        | one (1) month                 | one (1) month
            duration     | 125 business days              | one hundred twenty-five (125) business days | one hundred twenty-five (125) business days
            money        | USD 50000                      | USD 50,000                    | USD 50,000
            money        | EUR 1,234.5                    | EUR 1,234.50                  | EUR 1,234.50
            percent      | 5%                             | 5%                            | 5%
            percent      | 12.50                          | 12.5%                         | 12.5%
            integer      | 1000                           | 1,000                         | 1,000
            jurisdiction | US-DE                          | the State of Delaware         | the State of Delaware
            jurisdiction | England and Wales              | England and Wales             | England and Wales
            jurisdiction | GE                             | Georgia                       | Georgia
            email        | legal@acme.example             | legal@acme.example            | legal@acme.example
            party        | Acme, Inc.                     | Acme, Inc.                    | Acme, Inc.
            party        | Johnson & Johnson              | Johnson & Johnson             | Johnson & Johnson
            party        | Müller und Söhne GmbH & Co. KG | Müller und Söhne GmbH & Co. KG | Müller und Söhne GmbH & Co. KG
            party        | L’Oréal S.A.                   | L'Oréal S.A.                  | L'Oréal S.A.
            party        | 3M Company                     | 3M Company                    | 3M Company
            party        | Bank of the West               | Bank of the West              | Bank of the West
            party        | eBay Inc.                      | eBay Inc.                     | eBay Inc.
            party        | St. Gallen Kantonalbank AG     | St. Gallen Kantonalbank AG    | St. Gallen Kantonalbank AG
            person       | Anna May Wong                  | Anna May Wong                 | Anna May Wong
            party        | May & Baker Ltd.               | May & Baker Ltd.              | May & Baker Ltd.
            party        | Will Power LLC                 | Will Power LLC                | Will Power LLC
            party        | Acme Limited Liability Company | Acme Limited Liability Company | Acme Limited Liability Company
            person       | María de la Cruz               | María de la Cruz              | María de la Cruz
            person       | John F. O'Neill, Jr.           | John F. O'Neill, Jr.          | John F. O'Neill, Jr.
            address      | 10 Main Street, Suite #400, Wilmington, Delaware 19801 | 10 Main Street, Suite #400, Wilmington, Delaware 19801 | 10 Main Street, Suite #400, Wilmington, Delaware 19801
            text         | evaluating the other party’s API | evaluating the other party's API | evaluating the other party's API
            text         | the sale of version 2.0 sensors, gateways and software | the sale of version 2.0 sensors, gateways and software | the sale of version 2.0 sensors, gateways and software
            """)
    void aValueIsReadAndPrinted(String type, String input, String american, String british) {
        Slot slot = slot(type);

        assertEquals(american, US.print(slot, accepted(US.read(slot, input))));
        assertEquals(british, GB.print(slot, accepted(GB.read(slot, input))));
        assertEquals(accepted(US.read(slot, input)), accepted(US.parse(slot, american)), "parse(print(x)) = x");
        assertEquals(accepted(GB.read(slot, input)), accepted(GB.parse(slot, british)), "parse(print(x)) = x");
        SlotValue value = accepted(US.read(slot, input));
        assertEquals(value, accepted(US.read(slot, US.write(slot, value))), "read(write(x)) = x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date         | 2026-02-31                               | no such day
            date         | February 31, 2026                        | no such day
            date         | 01/05/2026                               | not a date
            date         | 1899-12-31                               | before 1900
            date         | Smarch 5, 2026                           | not a date
            duration     | thirty (3) days                          | word and figure disagree
            duration     | three (3) year                           | unit
            duration     | 0 days                                   | not a duration
            duration     | 3 fortnights                             | unit
            duration     | three years                              | not a duration
            money        | $50,000                                  | not an amount
            money        | USD 50,00                                | not an amount
            money        | XXQ 50                                   | not an amount
            money        | USD 1.234                                | decimal digits
            money        | USD -5                                   | not an amount
            percent      | 101%                                     | more than 100%
            percent      | five                                     | not a percentage
            integer      | 2.5                                      | whole number
            integer      | 1,00                                     | whole number
            jurisdiction | Atlantis                                 | not a known jurisdiction
            email        | legal at acme                            | not an email
            email        | a..b@acme.example                        | not an email
            email        | x@acme.example; shall                    | not an email
            party        | Acme (free of all liability)             | holds "("
            party        | Acme. The Recipient pays all costs       | end of a sentence
            party        | Acme Inc. The Recipient pays all costs   | end of a sentence
            party        | Acme shall not be liable                 | could change
            party        | Acme SHALL                               | could change
            party        | Acme "Corp"                              | holds
            party        | Acme free of all liability               | not capitalised
            party        | Acme, provided Globex                    | could change
            party        | Асme                                     | holds
            party        | Ａcme                                    | holds
            party        | Acme,                                    | ends in a comma
            party        | ---                                      | capitalised
            party        | ⟦first-party⟧                            | holds
            person       | Jane Doe; and her heirs                  | holds
            address      | 10 Main Street. The Recipient pays       | end of a sentence
            address      | see section 4                            | capitalised
            text         | evaluation, except that no cap applies   | could change
            text         | what the Recipient shall do              | could change
            text         | evaluating a product. A cap applies      | end of a sentence
            text         | evaluating the API at https://evil.example | holds ":"
            text         | evaluating evil.example                  | end of a sentence or as a link
            text         | evaluating (and selling) data            | holds "("
            text         | testing unless agreed                    | could change
            text         | testing if needed                        | could change
            text         | testing, which Globex pays               | could change
            text         | testing without limit                    | could change
            text         | testing that isn't limited               | could change
            text         | as set out in Section 5                  | could change
            text         | nót needed, exċept tests                 | could change
            text         | 12345                                    | no word
            text         | any purpose whatsoever                   | could change
            text         | testing and releasing Acme               | could change
            text         | testing and indemnifying Acme            | could change
            text         | testing, null and void                   | could change
            text         | testing minus production                 | could change
            text         | testing, other than for Globex           | could change
            text         | testing as Globex'll pay                 | could change
            text         | what Acme shaII pay                      | could change
            text         | what Acme sha11 pay                      | could change
            text         | n0t testing                              | could change
            text         | testing un-less agreed                   | could change
            text         | testing wıthout limit               | holds
            text         | testing ſhall                       | holds
            party        | Acme Will Pay Nothing To Globex          | could change
            party        | Acme ShaII Pay                           | could change
            party        | Acme, Which Is Free Of Liability         | could change
            party        | Acme S.A. Globex Pays All Costs          | end of a sentence
            party        | Acme S.A. Globex Bears All Costs         | end of a sentence
            party        | Acme Inc. PAYS NOTHING                   | end of a sentence
            party        | Acme Inc. CLAIMS RISE                    | end of a sentence
            party        | + Acme                                   | joins
            party        | Acme and                                 | joins
            person       | Plan B. Globex Bears All Costs           | end of a sentence
            choice       | c                                        | one of [a, b]
            flag         | yes                                      | true or false
            """)
    void aValueOutsideItsGrammarIsRefusedWithTheReason(String type, String input, String reason) {
        Slot slot = slot(type);

        Refused refused = assertInstanceOf(Refused.class, US.read(slot, input), input);

        assertTrue(refused.reason().contains(reason), refused.reason());
        assertTrue(refused.reason().contains(slot.name()), "the message names the slot");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date         | 2026-01-05
            duration     | 3 years
            money        | USD 50000
            integer      | 1000
            jurisdiction | US-DE
            percent      | 5
            date         | 5 January 2026
            """)
    void parseTakesThePrintedFormOnly(String type, String unprinted) {
        assertInstanceOf(Accepted.class, US.read(slot(type), unprinted));
        assertInstanceOf(Refused.class, US.parse(slot(type), unprinted));
    }

    @Test
    void whateverIsAcceptedIsParsedFromItsPrint() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Slot slot = Slot.of(
                    "x",
                    List.of(SlotType.DATE, SlotType.DURATION, SlotType.MONEY, SlotType.PERCENT, SlotType.INTEGER)
                            .get(random.nextInt(5)));
            SlotValue value = randomValue(slot.type(), random);
            for (SlotFormat format : List.of(US, GB)) {
                assertEquals(
                        value, accepted(format.parse(slot, format.print(slot, value))), "seed " + seed + ", " + value);
            }
        }
    }

    @Test
    void everyJurisdictionPrintsItsOwnWords() throws Exception {
        Slot slot = slot("jurisdiction");
        try (var table = Jurisdiction.class.getResourceAsStream("jurisdictions.tsv")) {
            List<String> codes = new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .map(row -> row.split("\t")[0])
                    .toList();
            assertTrue(codes.size() > 200);
            for (String code : codes) {
                SlotValue place = new Place(new Jurisdiction(code));
                assertEquals(place, accepted(US.parse(slot, US.print(slot, place))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            11 months | least allowed is one (1) year
            6 years   | most allowed is five (5) years
            61 months | most allowed is five (5) years
            """)
    void boundsHoldAcrossUnits(String input, String reason) {
        Slot term = new Slot(
                "term",
                SlotType.DURATION,
                "",
                null,
                new Duration(1, Unit.YEAR),
                new Duration(5, Unit.YEAR),
                Slot.DEFAULT_MAX_WORDS,
                List.of(),
                new TreeMap<>());

        Refused refused = assertInstanceOf(Refused.class, US.read(term, input));

        assertTrue(refused.reason().contains(reason), refused.reason());
        assertInstanceOf(Accepted.class, US.read(term, "12 months"));
        assertInstanceOf(Accepted.class, US.read(term, "60 months"));
    }

    @Test
    void anotherCurrencyThanTheBoundsIsRefused() {
        Slot cap = new Slot(
                "cap",
                SlotType.MONEY,
                "",
                null,
                null,
                new Money("USD", BigDecimal.TEN),
                Slot.DEFAULT_MAX_WORDS,
                List.of(),
                new TreeMap<>());

        assertInstanceOf(Refused.class, US.read(cap, "EUR 5"));
        assertInstanceOf(Accepted.class, US.read(cap, "USD 5"));
    }

    @ParameterizedTest
    @EnumSource(SlotType.class)
    void noTypeAcceptsAPlaceholderEmptyTextOrALongOne(SlotType type) {
        Slot slot = slot(type.toString());

        assertInstanceOf(Refused.class, US.read(slot, Placeholder.of("x")));
        assertInstanceOf(Refused.class, US.read(slot, ""));
        assertInstanceOf(Refused.class, US.read(slot, "A".repeat(1_001)));
        assertInstanceOf(Refused.class, US.read(slot, "Two\nLines"));
    }

    private static SlotValue randomValue(SlotType type, Random random) {
        return switch (type) {
            case DATE -> new Day(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(300_000)));
            case DURATION -> new Duration(1 + random.nextInt(9_999), Unit.values()[random.nextInt(5)]);
            case MONEY ->
                new Money("USD", plain(new BigDecimal(random.nextInt(100_000_000)).movePointLeft(random.nextInt(3))));
            case PERCENT -> new Quantity(plain(new BigDecimal(random.nextInt(1_000_001)).movePointLeft(4)), true);
            default -> new Quantity(plain(new BigDecimal(random.nextInt(Integer.MAX_VALUE))), false);
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static SlotValue accepted(SlotReading reading) {
        return switch (reading) {
            case Accepted accepted -> accepted.value();
            case Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static Slot slot(String type) {
        SlotType slotType = SlotType.valueOf(type.toUpperCase(Locale.ROOT));
        List<String> choices = slotType == SlotType.CHOICE ? List.of("a", "b") : List.of();
        return new Slot("given", slotType, "", null, null, null, Slot.DEFAULT_MAX_WORDS, choices, new TreeMap<>());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date    | 2026-01-01 | 2026-01-31 | 2025-12-31 | 2026-02-01
            integer | 5          | 10         | 4          | 11
            percent | 5%         | 10%        | 4.9999%    | 10.0001%
            money   | USD 5      | USD 10     | USD 4.99   | USD 10.01
            """)
    void bothBoundsBelongToTheRange(String type, String least, String most, String below, String above) {
        Slot open = slot(type);
        Slot bounded = new Slot(
                "given",
                open.type(),
                "",
                null,
                accepted(US.read(open, least)),
                accepted(US.read(open, most)),
                Slot.DEFAULT_MAX_WORDS,
                List.of(),
                new TreeMap<>());

        assertInstanceOf(Accepted.class, US.read(bounded, least));
        assertInstanceOf(Accepted.class, US.read(bounded, most));
        assertInstanceOf(Refused.class, US.read(bounded, below));
        assertInstanceOf(Refused.class, US.read(bounded, above));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            percent | 100%    | 100.0001%
            money   | JPY 50  | JPY 0.5
            money   | USD 1   | XXX 1
            date    | 1900-01-01 | 1899-12-31
            """)
    void theOutermostValuesAreAccepted(String type, String accepted, String refused) {
        assertInstanceOf(Accepted.class, US.read(slot(type), accepted));
        assertInstanceOf(Refused.class, US.read(slot(type), refused));
    }

    @Test
    void aValueHasAtMostAThousandCharacters() {
        assertInstanceOf(Accepted.class, US.read(slot("text"), "a".repeat(1_000)));
        assertInstanceOf(Refused.class, US.read(slot("text"), "a".repeat(1_001)));
    }

    @Test
    void aFlagIsReadAsItIsWritten() {
        SlotValue set = accepted(US.parse(slot("flag"), "true"));

        assertEquals("true", US.write(slot("flag"), set));
        assertEquals("false", US.write(slot("flag"), accepted(US.read(slot("flag"), "false"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            party    | 9  | Acme | 9  | ;
            text     | 9  | -    | 9  | (
            date     | 4  | 2026 | 5  | 2026
            duration | 16 | days | 17 | days
            money    | 2  | 5    | 3  | 5
            percent  | 2  | %    | 3  | %
            integer  | 1  | 5    | 2  | 5
            label    | 4  | )    | 5  | )
            email    | 9  | .    | 9  | ,
            """)
    void aWordMayContinueAValue(String type, int number, String word, int otherNumber, String otherWord) {
        assertTrue(US.mayContinue(slot(type), number, word));
        assertFalse(US.mayContinue(slot(type), otherNumber, otherWord));
    }

    @Test
    void wordsOfAChoiceMayStandAnywhereAndAFlagHasNone() {
        assertTrue(US.mayContinue(slot("choice"), 99, ";"));
        assertTrue(US.mayContinue(slot("jurisdiction"), 99, ";"));
        assertFalse(US.mayContinue(slot("flag"), 1, "true"));
        assertFalse(US.mayContinue(slot("rows"), 1, "1"));
    }
}
