package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseGrammarTest {

    private static final int ANY_LENGTH = 40;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NAME    | Will Power Trust Company
            NAME    | John Power Trust Will
            NAME    | Anna May Wong
            ADDRESS | Cape May Red House
            NAME    | St. Gallen Cantonal Bank Trust House
            NAME    | Church St. Mary Angel House
            NAME    | Church St. Mary Angel House, One Two
            NAME    | Acme e
            NAME    | Acme + Globex
            NAME    | 3M
            ADDRESS | Room 1,000
            ADDRESS | Suite #4
            ADDRESS | 10 - 12 Main Street
            PHRASE  | research & testing
            PHRASE  | the parties' tests
            """)
    void aPhraseIsAccepted(PhraseGrammar grammar, String phrase) {
        assertEquals("", grammar.refusal(phrase, ANY_LENGTH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NAME    | Bank Will Pay Much              | could change
            NAME    | Church St. Mary Of The Angels   | end of a sentence
            NAME    | Church St. Mary Angel Red House, One | end of a sentence
            NAME    | Acme of                         | joins
            NAME    | Acme de                         | joins
            NAME    | & Acme                          | joins
            NAME    | Acme , Inc.                     | is not a word
            NAME    | Ac,me                           | is not a word
            NAME    | Acme - Globex                   | not capitalised
            ADDRESS | Suite #                         | not capitalised
            ADDRESS | Suite #B                        | not capitalised
            PHRASE  | testing-                        | is not a word
            PHRASE  | -testing                        | is not a word
            PHRASE  | Dr. Smith                       | end of a sentence
            PHRASE  | testing (all)                   | a text is a short phrase
            NAME    | Acme (all)                      | names and addresses are
            PHRASE  | 12 13                           | no word in it
            """)
    void aPhraseIsRefusedWithTheReason(PhraseGrammar grammar, String phrase, String reason) {
        String refusal = grammar.refusal(phrase, ANY_LENGTH);

        assertTrue(refusal.contains(reason), refusal);
    }

    @ParameterizedTest
    @CsvSource({"NAME, 14, 3", "ADDRESS, 24, 3", "PHRASE, 40, 99", "PHRASE, 3, 3"})
    void aPhraseHasAtMostSoManyWords(PhraseGrammar grammar, int most, int slotMaxWords) {
        String longest = "Red ".repeat(most).strip();

        assertEquals("", grammar.refusal(longest, slotMaxWords));
        assertEquals(
                "it has " + (most + 1) + " words, more than " + most, grammar.refusal(longest + " Red", slotMaxWords));
    }

    @Test
    void onlySlotsOfWordsHaveAGrammar() {
        assertThrows(IllegalArgumentException.class, () -> PhraseGrammar.of(SlotType.DATE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "19, nineteen",
        "20, twenty",
        "21, twenty-one",
        "99, ninety-nine",
        "100, one hundred",
        "999, nine hundred ninety-nine",
        "1000, one thousand",
        "2020, two thousand twenty",
        "9999, nine thousand nine hundred ninety-nine"
    })
    void numbersAreWrittenAsContractsWriteThem(int number, String words) {
        assertEquals(words, NumberWords.of(number));
    }

    @Test
    void numbersAreWrittenUpToFourDigits() {
        assertThrows(IllegalArgumentException.class, () -> NumberWords.of(-1));
        assertThrows(IllegalArgumentException.class, () -> NumberWords.of(10_000));
    }
}
