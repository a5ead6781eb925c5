package org.proviso.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.CodePoints;
import org.proviso.document.Token.Kind;

class PlainTextReaderTest {

    private static final String ALPHABET = "a1I.,()-*_#[]<>`\\|~&;• \t\n\r\u00A0\u2028\u200B\uFEFF\uFFFE\uFFFF⟦⟧ﬁé";

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            No *mark* is a mark.            → No| *|mark|*| is| a| mark|.
            # No heading #                  → #| No| heading| #
            <b>No</b> &amp; [no](link)      → <|b|>|No|<|/|b|>| &|amp|;| [|no|]|(|link|)
            > No quote, no \\* escape       → >| No| quote|,| no| \\|*| escape
            {{no}} ⟦term⟧                   → {|{|no|}|}| ⟦term⟧
            ***                             → *|*|*
            """)
    void everyVisibleCharacterIsPartOfAToken(String text, String expected) {
        assertEquals(expected, shown(PlainTextReader.read(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One two.\n\nThree.",
                "One  two.\n\nThree.",
                "One\ntwo.\n \t\u00A0\nThree.\n",
                "\n\n  One two.\r\n\r\n\r\n    Three.",
                "One\rtwo.\r\rThree.",
                "\uFEFFOne two.\r\n\n\u2003Three.\n\n"
            })
    void blankLinesAndNothingElseSeparateBlocks(String text) {
        assertEquals("One| two|.¶Three|.", shown(PlainTextReader.read(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            2.1 Text             → 2.1 → Text
            (a) Text             → (a) → Text
            • Text               → •   → Text
            (a) (b) Text         → (a) → (|b|)| Text
            1. 2. Text           → 1.  → 2|.| Text
            - Text               → ``  → -| Text
            2 Text               → ``  → 2| Text
            1.                   → ``  → 1|.
            1.Text               → ``  → 1|.|Text
            """)
    void aLabelIsWhatMarkdownTakesForOneInAParagraph(String text, String label, String tokens) {
        CanonicalDocument document = PlainTextReader.read("  " + text);

        assertEquals(label, document.blocks().getFirst().label());
        assertEquals(tokens, shown(document));
    }

    @Test
    void aLineBreakBeginsNoBlockAndNoLabel() {
        CanonicalDocument document = PlainTextReader.read("The buyer\n1. pays\n2. leaves");

        assertEquals("The| buyer| 1|.| pays| 2|.| leaves", shown(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF", "\uFEFF\n\n"})
    void whiteSpaceAloneIsEmpty(String text) {
        assertTrue(PlainTextReader.read(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh\uFFFFall",
                "shall \uFFFF",
                "shall\uFEFF",
                "shall\u007F",
                " \uFEFFshall",
                "sh\uFFFEall",
                "sh\u200Ball"
            })
    void whatNobodyCanSeeIsTampered(String text) {
        assertTrue(PlainTextReader.read(text).tokens().anyMatch(token -> token.kind() == Kind.TAMPERED));
    }

    @Test
    void everyCharacterIsWhiteSpaceALabelOrInsideAToken() {
        for (int seed = 0; seed < 3_000; seed++) {
            String text = randomText(new Random(seed));

            CanonicalDocument document = PlainTextReader.read(text);

            boolean[] accounted = new boolean[text.length()];
            for (Block block : document.blocks()) {
                int labelStart = text.lastIndexOf(block.label(), block.start());
                mark(accounted, labelStart, labelStart + block.label().length());
                block.tokens().forEach(token -> mark(accounted, token.start(), token.end()));
            }
            for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
                assertTrue(
                        accounted[i] || CodePoints.isWhiteSpace(text.charAt(i)),
                        "seed " + seed + ", offset " + i + ": " + shown(document));
            }
            assertEquals(List.of(), document.unreadable());
        }
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(40), 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static void mark(boolean[] accounted, int start, int end) {
        for (int i = start; i < end; i++) {
            accounted[i] = true;
        }
    }

    private static String shown(CanonicalDocument document) {
        return document.blocks().stream()
                .map(block -> block.tokens().stream()
                        .map(token -> (token.spaced() ? " " : "") + token.text())
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("¶"));
    }
}
