package org.proviso.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.Token.Kind;

class TokenizerTest {

    /// In the texts, `_` is the place of a removed mark and `$` is invisible; a tampered token is shown with `!`.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            fee             → fee
            az AZ 09        → az| AZ| 09
            @[`{/:          → @|[|`|{|/|:
            ~x!             → ~|x|!
            1,2.3           → 1,2.3
            1,,2            → 1|,|,|2
            1.              → 1|.
            1.x             → 1|.|x
            1,              → 1|,
            7days           → 7days
            7é              → 7é
            fiancé          → fiancé
            éa1             → éa1
            _fee_           → fee
            _fee_ due       → fee| due
            fee_s           → fees!
            f_e_e           → fee!
            fee__s          → fees!
            fee_            → fee
            é_              → é
            é_ a            → é| a
            é_.             → é|.
            é_a             → éa!
            fee$            → fee!
            fee$s           → fees!
            $               → $!
            $fee            → $!|fee
            fee $ due       → fee| $!| due
            7$              → 7|$!
            7$x             → 7x!
            7_x             → 7x!
            7_ x            → 7| x
            7_              → 7
            7_8             → 78!
            fee_$           → fee!
            é_$             → é!
            ⟦x⟧             → ⟦x⟧
            ⟦x              → ⟦|x
            a⟦x⟧b           → a|⟦x⟧|b
            ⟧               → ⟧
            `ﬁne’s`         → fine|'|s
            раy             → раy!
            """)
    void textIsCut(String text, String expected) {
        assertEquals(expected.replace('$', '\u200b'), shown(Tokenizer.tokens(sourced(text), 0)));
    }

    @Test
    void kindsAndOffsetsAreThoseOfTheOriginal() {
        SourcedText text = new SourcedText();
        String source = "**12** fees, ⟦x⟧";
        text.seam(0);
        text.append(source, 2, 4);
        text.seam(5);
        text.append(source, 6, source.length());

        List<Token> tokens = Tokenizer.tokens(text, 0);

        assertEquals(
                List.of(Kind.NUMBER, Kind.WORD, Kind.MARK, Kind.PLACEHOLDER),
                tokens.stream().map(Token::kind).toList());
        assertEquals(
                "2-4 7-11 11-12 13-16",
                tokens.stream().map(token -> token.start() + "-" + token.end()).collect(Collectors.joining(" ")));
        assertEquals(List.of(tokens.getLast().text()), texts(Tokenizer.tokens(text, text.length() - 3)));
    }

    @Test
    void aTokenBehind200CharactersOfSpaceIsTampered() {
        String wide = "a" + " ".repeat(200) + "b" + " ".repeat(201) + "c d";

        assertEquals("a| b| c!| d", shown(Tokenizer.tokens(sourced(wide), 0)));
        assertEquals("a| b", shown(Tokenizer.tokens(sourced(" ".repeat(300) + "a b"), 0)));
    }

    @Test
    void wordsThatRecurAreKeptAndOthersAreNotTakenForThem() {
        // "Aa" and "BB" have the same hash.
        SourcedText text = sourced("Aa BB Aa fees fee BBB");

        List<String> words = texts(Tokenizer.tokens(text, 0));

        assertEquals(List.of("Aa", "BB", "Aa", "fees", "fee", "BBB"), words);
        SourcedText same = sourced("fee fee");
        List<String> twice = texts(Tokenizer.tokens(same, 0));
        assertSame(twice.getFirst(), twice.getLast());
    }

    @Test
    void whatStoodThereBeforeIsNoPartOfAText() {
        SourcedText text = sourced("1,2 é");
        text.clear();
        text.append("1,", 0, 2);

        assertEquals("1|,", shown(Tokenizer.tokens(text, 0)));
    }

    @Test
    void aTextGrowsBeyondItsFirstRoom() {
        SourcedText text = new SourcedText();
        text.append("x".repeat(200), 0, 200);
        text.append("y".repeat(600), 0, 600);
        for (int i = 0; i < 1_000; i++) {
            text.append('z', i);
        }

        assertEquals(1_800, text.length());
        assertEquals("xyz", "" + text.charAt(199) + text.charAt(200) + text.charAt(1_799));
        assertEquals(599, text.offset(799));
        assertEquals("yz", text.substring(799, 801));
        text.clear();
        assertEquals(0, text.length());
    }

    private static SourcedText sourced(String text) {
        SourcedText sourced = new SourcedText();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            sourced.append(character == '_' ? SourcedText.SEAM : character == '$' ? '\u200b' : character, i);
        }
        return sourced;
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    private static String shown(List<Token> tokens) {
        return tokens.stream()
                .map(token -> (token.spaced() ? " " : "") + token.text() + (token.kind() == Kind.TAMPERED ? "!" : ""))
                .collect(Collectors.joining("|"));
    }
}
