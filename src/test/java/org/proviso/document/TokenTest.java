package org.proviso.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.Token.Kind;

/// Tokens and the blocks that they make.
class TokenTest {

    private static final Token FEE = new Token("fee", true, Kind.WORD, 4, 7);

    @Test
    void tokensAreTheSameByTextAndSpaceAlone() {
        assertTrue(FEE.sameAs(new Token("fee", true, Kind.WORD, 90, 93)));
        assertFalse(FEE.sameAs(new Token("fees", true, Kind.WORD, 4, 7)));
        assertFalse(FEE.sameAs(new Token("fee", false, Kind.WORD, 4, 7)));
        Token tampered = new Token("fee", true, Kind.TAMPERED, 4, 7);
        assertFalse(FEE.sameAs(tampered));
        assertFalse(tampered.sameAs(FEE));
        assertFalse(tampered.sameAs(tampered));
    }

    @Test
    void theTextOfTokensHasTheirSpaces() {
        assertEquals("", Token.text(List.of()));
        assertEquals("fee", Token.text(List.of(FEE)));
        assertEquals("fee fee,", Token.text(List.of(FEE, FEE, new Token(",", false, Kind.MARK, 7, 8))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.2.   | 4.2
            4.2    | 4.2
            1)     | 1
            (1)    | 1
            (a)    | a
            a)     | a
            a.     | a
            iv.    | iv
            •      | •
            -      | -
            ?      | ?
            12(a)  | 12(a)
            (1)(a) | (1)(a)
            3(b).  | 3(b)
            (a     | a
            """)
    void aLabelIsBareWithoutWhatSetsItOff(String label, String bare) {
        assertEquals(bare, Block.bare(label));
        assertEquals(bare, block(label).bareLabel());
        assertTrue(block(label).labelled());
    }

    @Test
    void aBlockReachesFromItsFirstTokenToItsLast() {
        Block block = new Block(
                List.of(FEE, new Token("due", true, Kind.WORD, 8, 11)), "", List.of(FEE), false, Block.NO_ITEM);

        assertEquals(4, block.start());
        assertEquals(11, block.end());
        assertFalse(block.labelled());
        assertEquals(List.of(FEE), block.whole());
        assertEquals("", block.bareLabel());
        assertThrows(IllegalArgumentException.class, () -> new Block(List.of(), "1.", List.of(), false, Block.NO_ITEM));
    }

    @Test
    void onlyADocumentOfNothingIsEmpty() {
        Block block = block("");

        assertTrue(new CanonicalDocument("", List.of(), List.of()).isEmpty());
        assertFalse(new CanonicalDocument("", List.of(block), List.of()).isEmpty());
        assertFalse(new CanonicalDocument("", List.of(), List.of(new Unreadable(0, 0, "HTML"))).isEmpty());
    }

    private static Block block(String label) {
        return new Block(List.of(FEE), label, List.of(FEE), false, Block.NO_ITEM);
    }
}
