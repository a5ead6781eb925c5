package org.proviso.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.document.Token.Kind;

class MarkdownReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            The Recipient shall not.   → The| Recipient| shall| not|.
            USD 50,000.50, and 3.5%    → USD| 50,000.50|,| and| 3.5|%
            In 4.2 and 1,000,000.      → In| 4.2| and| 1,000,000|.
            3M's well-known "Term"     → 3M|'|s| well|-|known| "|Term|"
            1,2,3 and 7. 8             → 1,2,3| and| 7|.| 8
            By: ____                   → By|:| _|_|_|_
            """)
    void tokensAreCut(String text, String expected) {
        assertEquals(expected, shown(MarkdownReader.read(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The “Recipient” shall‐not – ever – use the Recipient’s ﬁle.",
                "The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "The\u00a0„Recipient‟\u2003shall‑not\n― ever ‒ use the\tRecipient‛s  file.",
                "  The \"Recipient\" shall-not\n   — ever — use the Recipient's\nfile.",
                "**The \"Recipient\"** *shall-not — ever — use* the __Recipient's file.__",
                "# The \"Recipient\" shall-not — ever — use the Recipient's file. #",
                "The \"Recipient\" shall-not — ever — use the Recipient's file.\n======",
                "The \"Recipient\" shall-not — ever — use the Recipient's file.\n----------------------------------------------",
                "7.3 The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "   - The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "\uFEFFThe \"Recipient\" shall-not — ever — use the Recipient's file.",
                "- The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "12) The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "**(c)** The \"Recipient\" shall-not — ever — use the Recipient's file.",
                "The \\\"Recipient\\\" shall\\-not — ever — use the Recipient's file\\.",
                "The \"Recipient\" shall-not — ever — use  \nthe Recipient's file.\r\n"
            })
    void equalTextHasEqualTokens(String text) {
        CanonicalDocument plain = MarkdownReader.read("The \"Recipient\" shall-not — ever — use the Recipient's file.");
        CanonicalDocument variant = MarkdownReader.read(text);

        assertEquals(shown(plain), shown(variant));
        assertEquals(List.of(), variant.unreadable());
        assertEquals(1, variant.blocks().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the \"Recipient\" shall not.",
                "The \"Recipient\" shall not",
                "The \"Recipient\" shall, not.",
                "The \"Recipient\" shallnot.",
                "The \"Recipient\" shall not .",
                "The Recipient shall not.",
                "The \"Recipient\" shall\n\nnot.",
                "The \"Recipient\" shall\\\nnot.",
                "The \"Recipient\" shall\n- not.",
                "The \"Recipient\" ~~shall not~~.",
                "The \"Recipient\" ~~shall~~ not.",
                "The \"Recipient\" sha**ll n**ot.",
                "The \"Recipient\" sh**al**l not.",
                "The \"Recipient\" sha**ll** not.",
                "The \"Recipient\" **sha**ll not.",
                "The \"Recipient\" shall² not.",
                "The \"Recipient\" shall __ not.",
                "The \"Recipient\" sh\u0430ll not.",
                "The \"Recipient\" shall\u200b not.",
                "The \"Recipient\" shall \u202enot\u202c.",
                "The \"Recipient\" shall\u00adnot.",
                "The \"Recipient\" shall \uffffnot.",
                "The \"Recipient\" sh\uffffall not.",
                "The \"Recipient\" shall not\uff0e",
                "The \"Recipient\" sha\u0301ll not.",
                "1. 2. The \"Recipient\" shall not.",
                "(a) (b) The \"Recipient\" shall not."
            })
    void everythingElseCounts(String text) {
        CanonicalDocument plain = MarkdownReader.read("The \"Recipient\" shall not.");
        CanonicalDocument variant = MarkdownReader.read(text);

        assertTrue(
                !shown(plain).equals(shown(variant))
                        || !variant.unreadable().isEmpty()
                        || variant.tokens().anyMatch(token -> token.kind() == Kind.TAMPERED),
                shown(variant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Text <!-- hidden --> more.",
                "<div>Text</div>",
                "Text [link](http://evil.example \"title\") more.",
                "Text ![image](x.png) more.",
                "Text `code` more.",
                "```\ncode\n```",
                "    indented code",
                "> quoted",
                "---",
                "Text.\n\n***\n\nText.",
                "[hidden]: http://evil.example \"a title that nobody sees\"\n\nText.",
                "Text <http://evil.example> more.",
                "Text&nbsp;more.",
                "Text &#8203; more.",
                "#",
                "Text\u0000more.",
                "Text\n=",
                "Text\n-",
                "[[a](b)",
                "x <a b=\"c"
            })
    void whatIsNotUnderstoodIsUnreadable(String text) {
        CanonicalDocument document = MarkdownReader.read(text);

        assertFalse(
                document.unreadable().isEmpty() && document.tokens().noneMatch(token -> token.kind() == Kind.TAMPERED),
                shown(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.",
                "- ",
                "Text.\n\n2.\n\nText.",
                "Text.\n\n-\n\nText.",
                "(a)",
                "2.1",
                "## 3.",
                "1.000.000 \u2028",
                "(a) *\u2028*",
                "1234. Text."
            })
    void aLabelAloneIsText(String text) {
        CanonicalDocument document = MarkdownReader.read(text);

        assertTrue(document.blocks().stream().anyMatch(block -> !shown(block).contains("Text")), shown(document));
    }

    @Test
    void offsetsPointIntoTheOriginal() {
        String source = "# *Ti*tle\r\n\r\n2.1  The “Recipient” \\*shall\\*\r\nnot ﬁle.\r\n\r\n- (a) x";

        for (Token token : MarkdownReader.read(source).tokens().toList()) {
            String original = source.substring(token.start(), token.end());
            if (token.kind() == Kind.WORD && !token.text().equals("file")) {
                assertEquals(token.text(), original);
            } else {
                assertFalse(original.isBlank());
            }
        }
    }

    @Test
    void aPlaceholderIsOneTokenAndNothingElseIs() {
        List<Token> tokens =
                MarkdownReader.read("For ⟦term⟧, ⟦not one⟧").tokens().toList();

        assertEquals(
                1,
                tokens.stream()
                        .filter(token -> token.kind() == Kind.PLACEHOLDER)
                        .count());
        assertEquals("⟦term⟧", tokens.get(1).text());
    }

    @Test
    void labelsOfListItemsAndParagraphsAreKeptApartFromText() {
        List<Block> blocks =
                MarkdownReader.read("1. One\n2. Two\n\n(a) three\n\nfour").blocks();

        assertEquals(
                List.of("1.", "2.", "(a)", ""),
                blocks.stream().map(Block::label).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "*a ",
                "[",
                "**",
                "<",
                "`",
                "![",
                "\\",
                "5\n",
                "x <!--",
                "[a](<b",
                "*\u200b",
                "#\n",
                "a\n\n",
                "\n- a",
                "x <?",
                "[a]: b\n",
                "*a\r",
                "a\n\u00a0\n",
                "\u3000\n"
            })
    @Tag("slow")
    void hostileNestingIsReadInLinearDepth(String opening) {
        CanonicalDocument document = MarkdownReader.read(opening.repeat(20_000) + "x");

        assertFalse(document.isEmpty());
    }

    private static String shown(CanonicalDocument document) {
        return document.blocks().stream().map(MarkdownReaderTest::shown).collect(Collectors.joining("¶"));
    }

    private static String shown(Block block) {
        return block.tokens().stream()
                .map(token -> (token.spaced() ? " " : "") + token.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void thePlaceholderOfACellIsOneTokenAndNoOtherBracketIsText() {
        assertEquals(
                List.of("⟦fees[1].amount⟧", "is", "due"),
                MarkdownReader.read("⟦fees[1].amount⟧ is due")
                        .tokens()
                        .map(Token::text)
                        .toList());
        assertEquals(
                List.of(),
                MarkdownReader.read("x".repeat(500) + " ⟦fees[1].amount⟧ is due")
                        .unreadable());
        assertFalse(MarkdownReader.read("a < b > c [ d ` e ~~ f \uFEFF")
                .unreadable()
                .isEmpty());
        for (String other : List.of("⟦fees[1].amount⟧ [x](y)", "⟦fees[1⟧", "⟦fees[x].amount⟧", "[1]", "⟦[1].x⟧")) {
            assertFalse(MarkdownReader.read(other).unreadable().isEmpty(), other);
        }
    }

    /// Every stretch as its kind and what it spans.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            A <b>x</b>.             → markup, an entity or a character that is not shown as written `A <b>x</b>.`
            A~~b~~.                 → markup, an entity or a character that is not shown as written `A~~b~~.`
            A ~~b~~ c.              → markup, an entity or a character that is not shown as written `A ~~b~~ c.`
            A ~b.                   → none
            A\\!b\\*.               → none
            A \\ b.                 → none
            A \\b.                  → none
            A \\                    → none
            \\\\ b.                  → none
            \\# b.                  → none
            A &amp; b.              → markup, an entity or a character that is not shown as written `A &amp; b.`
            > A                     → markup, an entity or a character that is not shown as written `> A`
            ***                     → Markdown of the kind ThematicBreak `***`
            #                       → an empty heading `#`
            """)
    void unreadableStretchesAreNamed(String text, String expected) {
        List<String> found = MarkdownReader.read(text).unreadable().stream()
                .map(stretch -> stretch.what() + " `" + text.substring(stretch.start(), stretch.end()) + "`")
                .toList();

        assertEquals(expected.equals("none") ? List.of() : List.of(expected), found);
    }

    @Test
    void itemsAreKnownByTheirFirstBlock() {
        assertEquals(List.of(-1, -1), items("one\n\ntwo"));
        assertEquals(List.of(-1, 0, -1, 2, -1), items("- one\n\n  two\n- three\n\n  four\n\nfive"));
        assertEquals(List.of(-1, 0, 1, 0, -1), items("1. one\n   - two\n\n     three\n   - four\n2. five"));
        assertEquals(List.of(-1, 0), items("- - one"));
        assertEquals(List.of(-1, 0), items("- one\\\ntwo"));
        assertEquals(List.of(-1, 0, 0), items("- # one\n  ## two\n  three"));
    }

    @Test
    void aListNumberThatIsRenderedOtherwiseIsNoLabel() {
        assertEquals(List.of("1.", "2.", "3."), labels("1. one\n2. two\n3. three"));
        assertEquals(List.of("4.", "?", "?"), labels("4. one\n7. two\n4. three"));
        assertEquals(List.of("1)", "2.", "3."), labels("1) one\n2. two\n3. three"));
        assertEquals(List.of("2.", "1.", "2.", "3."), labels("2. one\n   1. two\n   2. three\n3. four"));
        assertEquals(List.of("", ""), labels("1234. one\n1235. two").subList(0, 2));
        assertEquals(List.of("123.", "-", "*"), labels("123. one\n\n- two\n\n* three"));
        assertEquals(List.of("1.", "?"), labels("\uFEFF1. one\n3. two"));
    }

    @Test
    void aBlankLineThatOnlySomeSeeIsUnreadable() {
        String text = "one\n\u00a0 \ntwo";
        Unreadable stretch = MarkdownReader.read(text).unreadable().getFirst();

        assertEquals("a blank line that Markdown does not see as one", stretch.what());
        assertTrue(stretch.start() >= 3 && stretch.start() < stretch.end() && stretch.end() <= 7, stretch::toString);
        assertFalse(MarkdownReader.read("one  \n\u00a0  \ntwo").unreadable().isEmpty());
        assertFalse(MarkdownReader.read("*one\n\u00a0\ntwo*").unreadable().isEmpty());
        for (String fine :
                List.of("\u00a0\none", "one\n\u00a0", "one\n\ntwo", "one\n\u00a0x\ntwo", "one\\\n\u00a0\ntwo")) {
            assertEquals(List.of(), MarkdownReader.read(fine).unreadable(), fine);
        }
    }

    @Test
    void aHardBreakEndsABlockAndTrailingSpacesDoNot() {
        assertEquals("one¶two| three", shown(MarkdownReader.read("one\\\ntwo  \nthree")));
        assertEquals(List.of(), MarkdownReader.read("one\\\ntwo  \nthree").unreadable());
        assertEquals(List.of("1.", "", "2."), labels("1. one\\\ntwo\n2. three"));
    }

    @Test
    void manyUnreadableStretchesAreOneFromTheThousandthOn() {
        String text = "a&amp;b\n\n".repeat(1_500);

        List<Unreadable> unreadable = MarkdownReader.read(text).unreadable();

        assertEquals(1_000, unreadable.size());
        assertEquals("more of this kind", unreadable.getLast().what());
        assertEquals(text.length(), unreadable.getLast().end());
        assertFalse(unreadable.get(998).what().startsWith("more"));
        assertTrue(unreadable.get(998).end() < text.length());
    }

    @Test
    void aStretchBeginsWhereItStands() {
        String text = "One.\n\nTwo &amp; three.\n\nFour.\n\n***";

        assertEquals(
                List.of("Two &amp; three.", "***"),
                MarkdownReader.read(text).unreadable().stream()
                        .map(stretch -> text.substring(stretch.start(), stretch.end()))
                        .toList());
    }

    @Test
    void aLongTextIsNotDeep() {
        CanonicalDocument document = MarkdownReader.read("*One* **two**.\n\n- three\n\n".repeat(200));

        assertEquals(List.of(), document.unreadable());
        assertEquals(400, document.blocks().size());
    }

    @Test
    void stretchesAreInTheOrderOfTheText() {
        List<Unreadable> unreadable =
                MarkdownReader.read("Title\n--\n\n***\n\n> quote").unreadable();

        assertEquals(3, unreadable.size());
        for (int i = 1; i < unreadable.size(); i++) {
            assertTrue(unreadable.get(i - 1).start() <= unreadable.get(i).start(), unreadable::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ===       | true
            ---       | true
            =======   | true
            ==        | false
            --        | false
            =         | false
            """)
    void anUnderlineHasThreeMarksAtLeast(String underline, boolean read) {
        assertEquals(
                read, MarkdownReader.read("Title\n" + underline).unreadable().isEmpty());
    }

    @Test
    void marksAreNestedUpTo64Deep() {
        String deep = "*a ".repeat(60) + "b" + " c*".repeat(60);
        String deeper = "*a ".repeat(70) + "b" + " c*".repeat(70);

        assertEquals(List.of(), MarkdownReader.read(deep).unreadable());
        assertEquals(
                "marks nested deeper than 64",
                MarkdownReader.read(deeper).unreadable().getFirst().what());
    }

    private static List<Integer> items(String text) {
        return MarkdownReader.read(text).blocks().stream().map(Block::item).toList();
    }

    private static List<String> labels(String text) {
        return MarkdownReader.read(text).blocks().stream().map(Block::label).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **All of it.**            | true
            2.1 **All of it.**        | true
            **2.1 All of it.**        | true
            (a) **All** **of it.**    | true
            1. **All of it.**         | true
            - **All of it.**          | true
            2.1 All of **it.**        | false
            **All of** it.            | false
            **All** of **it.**        | false
            **All of it**.            | false
            2.1 *All of it.*          | false
            1. All **of it.**         | false
            2.1 \\* **All of it.**    | false
            2.1.                      | false
            """)
    void aBlockIsBoldIfAllBehindItsLabelIs(String text, boolean bold) {
        assertEquals(bold, MarkdownReader.read(text).blocks().getFirst().bold());
    }
}
