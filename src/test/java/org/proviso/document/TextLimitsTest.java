package org.proviso.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aParagraphHasUpTo2000Lines(String lineEnd) {
        String paragraph = "text".concat(lineEnd).repeat(2_000);

        assertEquals("", TextLimits.excess(paragraph));
        assertEquals("", TextLimits.excess(paragraph + lineEnd + paragraph));
        assertEquals("", TextLimits.excess(paragraph + " \t" + lineEnd + paragraph));
        assertEquals("a paragraph of more than 2000 lines", TextLimits.excess(paragraph + "text"));
        assertEquals("a paragraph of more than 2000 lines", TextLimits.excess(lineEnd + paragraph + "text" + lineEnd));
    }

    /// The parser goes on with a paragraph there, in more than linear time.
    @Test
    void aLineOfOtherWhiteSpaceEndsNoParagraph() {
        assertEquals("a paragraph of more than 2000 lines", TextLimits.excess("a\n\u00a0\n".repeat(1_001)));
        assertEquals("a paragraph of more than 2000 lines", TextLimits.excess("\u3000\n".repeat(2_001)));
    }

    @Test
    void aTextHasUpTo500000Lines() {
        assertEquals("", TextLimits.excess("\n".repeat(500_000)));
        assertEquals("a text of more than 500000 lines", TextLimits.excess("\n".repeat(500_001)));
        assertEquals("a text of more than 500000 lines", TextLimits.excess("\r\n".repeat(500_001)));
    }

    @Test
    void aLineIsIndentedByUpTo100Characters() {
        String excess = "a line that is indented by more than 100 characters";

        assertEquals("", TextLimits.excess(" ".repeat(100) + "text" + " ".repeat(1_000)));
        assertEquals(excess, TextLimits.excess(" ".repeat(101) + "text"));
        assertEquals(excess, TextLimits.excess("text\n" + " ".repeat(101) + "text"));
        assertEquals(excess, TextLimits.excess("\u2003".repeat(101) + "text"));
        assertEquals(excess, TextLimits.excess("1.-" + "\t".repeat(101) + "text"));
        assertEquals("", TextLimits.excess(" ".repeat(1_000)));
        assertEquals("", TextLimits.excess("text\n" + " ".repeat(1_000) + "\ntext"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* ", "+ ", "- ", "1. ", "09) ", "-\t"})
    void aLineBeginsWithUpTo24ListMarks(String mark) {
        assertEquals("", TextLimits.excess(mark.repeat(24) + "text"));
        assertEquals("a line that begins with more than 24 list marks", TextLimits.excess(mark.repeat(25) + "text"));
        assertEquals(
                "a line that begins with more than 24 list marks", TextLimits.excess("text\n" + mark.repeat(24) + "-"));
    }

    @Test
    void whatIsNoListMarkIsText() {
        for (String text :
                List.of("-".repeat(100), "--- ".repeat(20), "x " + "- ".repeat(100), "1".repeat(200), "/ - ")) {
            assertEquals("", TextLimits.excess(text), text);
        }
        assertEquals("", TextLimits.excess(":" + "- ".repeat(25)));
        assertEquals("", TextLimits.excess(""));
    }
}
