package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockLabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.",
                "12)",
                "2.3",
                "2.3.",
                "10.11.12",
                "(a)",
                "a)",
                "a.",
                "A.",
                "(iv)",
                "xii.",
                "(XL)",
                "(12)",
                "(aa)",
                "•"
            })
    void aLabelIsRecognised(String label) {
        assertEquals(label.length(), BlockLabel.length(label + " The Recipient"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The",
                "30 days",
                "3",
                "(no)",
                "no.",
                "not)",
                "civil.",
                "(except)",
                "1.5%",
                "1000.",
                "1.2.3.4.5.6.7",
                "(a",
                "-",
                "()",
                "(ab)",
                "shall.",
                "1.2345"
            })
    void wordsAndNumbersAreNoLabels(String words) {
        assertEquals(0, BlockLabel.length(words + " follows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", "(a) ", "2.3\n", "1.000.000 \u2003", "4.2 \f", "(a) \u205f\u1680"})
    void aLabelWithoutTextIsNone(String label) {
        assertEquals(0, BlockLabel.length(label));
    }

    @Test
    void aBulletIsOneOfFiveMarks() {
        assertTrue("•◦▪‣·".chars().allMatch(mark -> BlockLabel.isBullet((char) mark)));
        assertFalse(BlockLabel.isBullet('-'));
    }
}
