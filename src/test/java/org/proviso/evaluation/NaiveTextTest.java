package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.PlainTextReader;

class NaiveTextTest {

    private static final String FEE = "The \"fee\" - or more — isn't\n\n(a) a first file; nor\n\na gift.";

    private static final List<String> PIECES = List.of(
            "a",
            "fee",
            "The",
            "1",
            "1.2",
            "50,000",
            "1.",
            "(a)",
            "iv)",
            "XL.",
            "89.",
            "aa.",
            "ab.",
            "•",
            "-",
            "(",
            ")",
            ".",
            ",",
            "\"",
            "“",
            "’",
            "'",
            "‐",
            "–",
            "—",
            "ﬁ",
            "fi",
            "é",
            " ",
            " ",
            " ",
            "  ",
            "\t",
            "\u00A0",
            "\u3000",
            "\n",
            "\r\n",
            "\n\n",
            "\n \n",
            "\r",
            "#",
            "*",
            "{{x}}",
            "1.2.3.4.5.6.7",
            "1234.",
            "l.",
            "lxxxix.",
            "xc.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The “fee” ‑ or more ― isn’t\r\n\r\n(b)\u00A0a\u2003first ﬁle; nor\n\t\na gift.\n",
                "\uFEFF1.2 The \"fee\" - or\nmore — isn't\n\n\niv. a ﬁrst file; nor\n\na  gift.",
                "• The \"fee\" - or more – isn't\r\r(c) a first file; nor\r\ra gift."
            })
    void theSameTextHasTheSameForm(String text) {
        assertEquals(NaiveLibrary.form(FEE), NaiveLibrary.form(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The \"fee\" - or more — isn't\n\na first file; nor\n\na gift.",
                "The \"fee\" - or more — isn't\n(a) a first file; nor\n\na gift.",
                "The \"fee\" - or more — isn't\n\n(a) a first file; nor\n\n1. a gift.",
                "The \"fee\" - or more - isn't\n\n(a) a first file; nor\n\na gift.",
                "the \"fee\" - or more — isn't\n\n(a) a first file; nor\n\na gift.",
                "The \"fee\" - or more — isn't\n\n(a) a first file ; nor\n\na gift.",
                "The \"fee\" - or more — isn't\n\n(a) a first\u200B file; nor\n\na gift.",
                "\u001CThe \"fee\" - or more — isn't\n\n(a) a first file; nor\n\na gift.",
                "1. 2. The \"fee\" - or more — isn't\n\n(a) a first file; nor\n\na gift."
            })
    void anotherTextHasAnotherForm(String text) {
        assertFalse(NaiveLibrary.form(FEE).equals(NaiveLibrary.form(text)));
    }

    @Test
    void aTextOfSeveralClausesIsInTheLibraryAndAPartOfAClauseIsNot() {
        NaiveLibrary library = new NaiveLibrary();
        library.add(FEE);
        library.add("Nothing else.");

        assertTrue(library.holds(FEE + "\n\n2. Nothing else.\n\n" + FEE));
        assertFalse(library.holds("The \"fee\" - or more — isn't\n\n(a) a first file; nor"));
        assertFalse(library.holds(FEE + "\n\nNothing."));
        assertFalse(library.holds(" \n"));
    }

    /// Two ways to compute what canonical text is.
    @Test
    void twoTextsHaveTheSameFormWhenTheirTokensAreTheSame() {
        int same = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            List<String> pieces = random.ints(1 + random.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.toList());
            String one = String.join("", pieces);
            pieces.set(random.nextInt(pieces.size()), PIECES.get(random.nextInt(PIECES.size())));
            String other = String.join("", pieces);

            boolean sameForm = NaiveLibrary.form(one).equals(NaiveLibrary.form(other));

            assertEquals(
                    shown(PlainTextReader.read(one)).equals(shown(PlainTextReader.read(other))),
                    sameForm,
                    "seed " + seed + ": \"" + one + "\", \"" + other + "\"");
            same += sameForm ? 1 : 0;
        }
        assertTrue(same > 1_000, "the generator makes equal texts too: " + same);
    }

    private static String shown(CanonicalDocument document) {
        StringBuilder shown = new StringBuilder();
        document.blocks().forEach(block -> {
            shown.append(shown.isEmpty() ? "" : block.labelled() ? "¶label" : "¶");
            block.tokens()
                    .forEach(token -> shown.append(token.spaced() ? "␣" : "‖").append(token.text()));
        });
        return shown.toString();
    }
}
