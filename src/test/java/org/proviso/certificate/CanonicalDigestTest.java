package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;
import org.proviso.document.Token.Kind;
import org.proviso.document.Unreadable;
import org.proviso.testkit.Mutations;

class CanonicalDigestTest {

    @Test
    void theDigestIsOverTheLinesOfThePage() {
        String lines = "#\t\tb\t-1\n=Money\n#\t1.1\t-\t-1\n=A\n+B\n=.\n#\tA.\t-\t-1\n=Smith\n&\n=A\n=.\n+Smith\n";

        assertEquals(
                Digests.hex(lines.getBytes(StandardCharsets.UTF_8)), digest("**Money**\n\n1.1  A\nB.\n\nA. Smith\n"));
    }

    @ParameterizedTest
    @CsvSource({"'One two.', 'One  two.\n'", "'# One two', 'One two'", "'1. One', '1.  One'", "'One’s', 'One''s'"})
    void equalTextsHaveTheSameDigest(String one, String other) {
        assertEquals(digest(one), digest(other));
    }

    @ParameterizedTest
    @CsvSource({
        "One two., Onetwo.",
        "One two., one two.",
        "'One two.', 'One\n\ntwo.'",
        "One, **One**",
        "One, 1. One",
        "1. One, 2. One",
        "1. One, (1) One",
        "'- One\n\n  Two', '- One\n\nTwo'",
        "A. Smith, A.Smith",
        "One, One<br>",
        "One, O​ne"
    })
    void whatVerificationTellsApartHasOtherDigests(String one, String other) {
        assertNotEquals(digest(one), digest(other));
    }

    @Test
    void everyMutationOfATextHasADigestOfItsOwn() {
        Set<String> digests = new HashSet<>(Set.of(digest(Loan.TEXT)));
        Set<String> texts = new HashSet<>(Set.of(tokens(Loan.TEXT)));
        for (Mutations.Mutation mutation : Mutations.ofEveryToken(Loan.TEXT)) {
            digests.add(digest(mutation.text()));
            texts.add(tokens(mutation.text()));
        }

        assertEquals(texts.size(), digests.size());
    }

    /// Every field of a block and a token that verification looks at, changed alone.
    @Test
    void everyFieldCounts() {
        Token a = new Token("a", false, Kind.WORD, 0, 1);
        Token b = new Token("b", true, Kind.WORD, 2, 3);
        Block block = new Block(List.of(a, b), "1.", List.of(a, b), false, -1);
        List<Block> others = new ArrayList<>();
        others.add(new Block(List.of(a), "1.", List.of(a), false, -1));
        others.add(new Block(List.of(a, new Token("b", false, Kind.WORD, 2, 3)), "1.", List.of(a, b), false, -1));
        others.add(new Block(List.of(a, new Token("c", true, Kind.WORD, 2, 3)), "1.", List.of(a, b), false, -1));
        others.add(new Block(List.of(a, new Token("b", true, Kind.TAMPERED, 2, 3)), "1.", List.of(a, b), false, -1));
        others.add(new Block(List.of(a, b), "2.", List.of(a, b), false, -1));
        others.add(new Block(List.of(a, b), "1.", List.of(a, a, b), false, -1));
        others.add(new Block(List.of(a, b), "1.", List.of(a, b), true, -1));
        others.add(new Block(List.of(a, b), "1.", List.of(a, b), false, 0));
        Set<String> digests = new HashSet<>();
        digests.add(CanonicalDigest.of(new CanonicalDocument("", List.of(block), List.of())));
        digests.add(
                CanonicalDigest.of(new CanonicalDocument("", List.of(block), List.of(new Unreadable(0, 1, "HTML")))));
        digests.add(CanonicalDigest.of(new CanonicalDocument("", List.of(block, block), List.of())));
        others.forEach(other -> digests.add(CanonicalDigest.of(new CanonicalDocument("", List.of(other), List.of()))));

        assertEquals(others.size() + 3, digests.size());
    }

    @Test
    void offsetsDoNotCount() {
        assertEquals(digest("One two"), digest("\n\n   One\n two"));
    }

    private static String tokens(String text) {
        StringBuilder tokens = new StringBuilder();
        for (Block block : MarkdownReader.read(text).blocks()) {
            tokens.append('\n').append(block.label()).append(block.bold()).append(block.item());
            block.tokens()
                    .forEach(token -> tokens.append('|')
                            .append(token.spaced())
                            .append(token.kind() == Kind.TAMPERED ? "!" : token.text()));
        }
        return tokens.append(MarkdownReader.read(text).unreadable().stream()
                        .map(Unreadable::what)
                        .toList())
                .toString();
    }

    private static String digest(String text) {
        return CanonicalDigest.of(MarkdownReader.read(text));
    }
}
