package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.document.PlainTextReader;
import org.proviso.testkit.LibraryFolder;

/// Labels and indentation that make approved words say something else.
class LayoutTest {

    private static final String CALL =
            "The lender may call the loan if:\n\n(a) the borrower is late; or\n\n(b) it moves.";
    private static final String COSTS = "The borrower bears its own costs.";
    private static final String CHECKS = "The lender checks:\n\n- the books; and\n- the cash.";
    private static final String REPORTS =
            "Reports cover:\n\n(a) money\n\n(i) received; and\n\n(ii) spent; and\n\n(b) people.";
    private static final String LETTERED = "The lender keeps:\n\na. the note;\n\nb. the deed.";
    private static final String LIMBS =
            "The borrower may:\n\n(a) move; or\n\n(b) let the house.\n\nOnly (b) needs a notice.";
    private static final String NOTICE = "The borrower tells the lender when it moves.";

    private static final String KEPT =
            "The lender keeps safe:\n\n- the note; and\n\n  all copies of it;\n\n- the deed.";

    @TempDir
    private static Path folder;

    private static Verifier verifier;

    @BeforeAll
    static void aLibraryOfLists() {
        verifier = new Verifier(new LibraryFolder(folder)
                .clause("call", "", CALL)
                .clause("costs", "", COSTS)
                .clause("checks", "", CHECKS)
                .clause("reports", "", REPORTS)
                .clause("lettered", "", LETTERED)
                .clause("limbs", "", LIMBS)
                .clause("notice", "", NOTICE)
                .clause("kept", "", KEPT)
                .snapshot());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a)     | b)
            (a)    | (b)
            a.     | b.
            1.     | 2.
            (1)    | (2)
            i)     | ii)
            (I)    | (II)
            A.     | B.
            4.1    | 4.2
            4.1.1. | 4.1.2.
            -      | -
            *      | *
            •      | •
            """)
    void aListMayBeLabelledInAnotherStyle(String first, String second) {
        assertVerified(call(first, second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (b)  | (a)
            (a)  | (a)
            (b)  | (b)
            (a)  | (c)
            (b)  | (c)
            (x)  | (o)
            (a)  | 2.
            (a)  | (ii)
            1.   | 3.
            0.   | 1.
            4.1  | 5.2
            4.1  | 4.1.2
            -    | •
            (a)  | -
            i.   | i.
            aa.  | bb.
            (i)  | (x)
            """)
    void labelsThatDoNotCountTheSameAreNotApproved(String first, String second) {
        assertEquals(List.of("altered"), kinds(call(first, second)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.,1.1,1.2,2.", "A.,(i),(ii),B.", "i.,a.,b.,ii.", "4.1,(a),(b),4.2", "(1),a),b),(2)"})
    void aListInAListKeepsItsLevels(String labels) {
        assertVerified(reports(labels));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a),(b),(c),(d)",
                "1.,2.,3.,4.",
                "(a),(i),(b),(ii)",
                "(i),(a),(b),(iii)",
                "(a),(a),(b),(b)",
                "(i),(ii),(iii),(iv)",
                "1.,1.1,1.3,2.",
                "(a),(i),(ii),(c)"
            })
    void aFlattenedListIsNotApproved(String labels) {
        assertEquals(Verdict.REJECTED, verify(reports(labels)).verdict());
    }

    @Test
    void bulletsMayBeOthersOrCount() {
        assertVerified(CHECKS.replace("- ", "* "));
        assertVerified(CHECKS.replace("- ", "+ "));
        assertVerified(CHECKS.replace("\n- ", "\n\n• "));
        assertVerified(CHECKS.replace("- the books", "1. the books").replace("- the", "2. the"));
        assertEquals(
                List.of("altered"),
                kinds(CHECKS.replace("- the books", "2. the books").replace("- the", "3. the")));
        assertEquals(List.of("altered"), kinds(CHECKS.replace("\n- ", "\n\n(o) ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The borrower may move in the case of paragraph (b) if it asks. | rejected
            The borrower may move in the case of paragraph b if it asks.   | rejected
            The borrower may move in the case of Section 4(b) if it asks.  | rejected
            The borrower may move in the case of 4 (b) if it asks.         | rejected
            The borrower may move in the case of Section 5(b) if it asks.  | verified
            The law is in 18 USC 1833(b) and elsewhere.                    | verified
            Paragraphs (a) and (b) are for the lender.                     | rejected
            This part (b is for the lender.                                | rejected
            The lender may act in the case of paragraph b                  | rejected
            The lender may act in the cases of b) and c).                  | verified
            The lender may act in the case of 5(b).                        | verified
            The lender may act in the case of 4(b.                         | verified
            The lender (a) lends and (b) keeps the note.                   | verified
            The borrower has a part in it.                                 | verified
            """)
    void whatATextNamesKeepsItsLabel(String text, String verdict) {
        Verifier named = new Verifier(new LibraryFolder(folder.resolve(String.valueOf(text.hashCode())))
                .clause("call", "", CALL)
                .clause("other", "", text)
                .snapshot());

        for (String list : List.of(call("1)", "2)"), call("(i)", "(ii)"), call("-", "-"))) {
            assertEquals(
                    verdict,
                    named.verify(request(MarkdownReader.read(text + "\n\n4. " + list)))
                            .verdict()
                            .toString());
        }
        assertEquals(
                Verdict.VERIFIED,
                named.verify(request(MarkdownReader.read(text + "\n\n" + call("a.", "b."))))
                        .verdict());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Under 18 USC 1833(b) one may tell:      | verified
            Under 18 USC 1833 (b) one may tell:     | rejected
            Under the act(b) one may tell:          | rejected
            Under 1833 b) one may tell:             | rejected
            Under 1833(b one may tell:              | verified
            """)
    void aCitationNamesNoLabelOfTheClause(String opening, String verdict) {
        String text = opening + "\n\n(a) a court; or\n\n(b) a lawyer.";
        Verifier immune = new Verifier(new LibraryFolder(folder.resolve("cited" + opening.hashCode()))
                .clause("immune", "", text)
                .snapshot());

        assertEquals(
                verdict,
                immune.verify(request(MarkdownReader.read(
                                text.replace("\n(a)", "\n1.").replace("\n(b)", "\n2."))))
                        .verdict()
                        .toString());
    }

    @Test
    void whatAClauseNamesInItselfKeepsItsLabel() {
        assertVerified(LIMBS);
        assertVerified(LIMBS.replace("\n(a)", "\na."));
        assertEquals(
                List.of("misleading-label"),
                kinds(LIMBS.replace("\n(a)", "\n1.").replace("\n(b)", "\n2.")));
        assertEquals(
                List.of("misleading-label"),
                kinds("4. " + LIMBS.replace("\n(a)", "\n-").replace("\n(b)", "\n-")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a) | (b) | (c)
            (a) | (b) | c.
            (a) | (b) | (h)
            (i) | (ii) | (iii)
            (i) | (ii) | v.
            1.  | 2.  | 3)
            1.1 | 1.2 | 1.3
            """)
    void aClauseThatContinuesTheListBeforeItIsRejected(String first, String second, String next) {
        assertEquals(List.of("misleading-label"), kinds(call(first, second) + "\n\n" + next + " " + COSTS));
        assertEquals(
                List.of("misleading-label"),
                kinds(call(first, second) + "\n\n" + next + " Title of costs\n\n" + COSTS));
        assertEquals(List.of("misleading-label"), kinds(call(first, second) + "\n\nPage 3\n\n" + next + " " + COSTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a) | (b)  | (b)
            (a) | (b)  | 4.
            (a) | (b)  | (A)
            (i) | (ii) | (b)
            1)  | 2)   | 4.2
            2.1 | 2.2  | 3.
            (a) | (b)  | -
            """)
    void aClauseWithAnotherLabelStandsForItself(String first, String second, String next) {
        assertVerified(call(first, second) + "\n\n" + next + " " + COSTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.  | (1) | (2) | 3.  | verified
            b.  | (a) | (b) | c.  | verified
            (2) | 1)  | 2)  | (3) | verified
            2.  | (1) | (2) | (3) | rejected
            (2) | (1) | (2) | (3) | rejected
            2.  | (1) | (2) | 3)  | rejected
            b.  | (1) | (2) | 3.  | rejected
            •   | (1) | (2) | 3.  | rejected
                | (1) | (2) | 3.  | rejected
            """)
    void aClauseMayGoOnWithTheLabelsOfTheClauses(String own, String first, String second, String next, String verdict) {
        String text = (own == null ? "" : own + " ") + call(first, second) + "\n\n" + next + " " + COSTS;

        assertEquals(verdict, verify(text).verdict().toString());
    }

    @Test
    void aListMayNotStandOnTheLevelOfItsClause() {
        assertVerified("4. " + CALL);
        assertVerified("- " + CALL);
        assertVerified("• " + CHECKS);
        assertVerified("- The lender checks:\n\n  - the books; and\n  - the cash.\n- " + COSTS);
        assertEquals(List.of("misleading-label"), kinds("- " + CHECKS));
        assertEquals(List.of("misleading-label"), kinds(CHECKS + "\n\n- " + COSTS));
        assertEquals(List.of("misleading-label"), kinds(CHECKS.replace("\n- ", "\n\n• ") + "\n\n• " + COSTS));
    }

    @Test
    void aClauseMayBeIndentedUnderAHeadingOnly() {
        assertVerified("1. Title of costs\n\n   " + COSTS);
        assertVerified("1. Title of costs\n   - " + COSTS
                + "\n   - Reports cover:\n\n     (a) money\n\n     (i) received; and\n\n"
                + "     (ii) spent; and\n\n     (b) people.");
        assertEquals(List.of("misleading-label"), kinds("- " + COSTS + "\n  - " + NOTICE));
        assertEquals(List.of("misleading-label"), kinds("1. " + NOTICE + "\n\n   " + COSTS));
        assertEquals(
                List.of("misleading-label"),
                kinds("- Page 3 of 3\n  - " + COSTS).subList(1, 2));
    }

    @Test
    void itemsInsideAClauseStayWhereTheyAre() {
        assertVerified(KEPT);
        assertVerified("4. Title of kept\n\n   " + KEPT.replace("\n\n", "\n\n   "));
        assertEquals(List.of("altered"), kinds(KEPT.replace("  all", "all")));
        assertEquals(List.of("altered"), kinds(KEPT.replace("- the deed", "  - the deed")));
        assertEquals(List.of("altered"), kinds("The lender checks:\n\n- the books; and\n  - the cash."));
        assertVerified("1. The lender checks:\n\n   - the books; and\n   - the cash.");
        assertEquals(List.of("altered"), kinds("1. The lender checks:\n\n   - the books; and\n\n     - the cash."));
    }

    @Test
    void plainTextHasLabelsButNoIndentation() {
        assertEquals(
                Verdict.VERIFIED,
                verifier.verify(request(PlainTextReader.read("4. " + CALL + "\n\n     5. " + COSTS)))
                        .verdict());
        assertEquals(
                Verdict.REJECTED,
                verifier.verify(request(PlainTextReader.read(CALL + "\n\n(c) " + COSTS)))
                        .verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The borrower bears\n\u00a0\nits own costs.",
                "The borrower bears\n\u2003\u00a0 \nits own costs.",
                "The borrower bears  \n\u00a0  \nits own costs.",
                "The borrower *bears\n\u00a0\nits* own costs.",
                "The borrower bears\u000bits own costs.",
                "The borrower bears\u000b\u000bits own costs.",
                "The borrower bears\u0085its own costs.",
                "The borrower bears\u2028its own costs.",
                "The borrower bears\u2029its own costs.",
                "The borrower bears\n\u2029\nits own costs."
            })
    void aBreakThatNotEveryReaderSeesIsRejected(String text) {
        assertEquals(Verdict.REJECTED, verify(text).verdict());
    }

    @Test
    void wordsFarApartAreNotOneSentence() {
        assertVerified("The borrower bears" + " ".repeat(200) + "its own costs.");
        assertEquals(List.of("tampered"), kinds("The borrower bears" + " ".repeat(201) + "its own costs."));
        assertEquals(List.of("tampered"), kinds("The borrower bears" + "\u00a0".repeat(3_000) + "its own costs."));
        assertVerified("The borrower bears" + " ".repeat(3_000) + "\nits own costs.");
        assertVerified("\u00a0\nThe borrower bears its own costs.\n\u00a0");
        assertVerified("The borrower bears\n\fits own costs.");
    }

    @Test
    @Tag("slow")
    void manyListsInAnotherStyleAreReadInLinearTime() {
        Verification verification = verify((call("1)", "2)") + "\n\n" + REPORTS + "\n\n").repeat(20_000));

        assertEquals(1.0, verification.coverage());
        assertEquals(Verdict.REJECTED, verification.verdict());
    }

    @Test
    void theReasonNamesTheLabel() {
        Deviation deviation = verify(CALL + "\n\n(c) " + COSTS).deviations().getFirst();

        assertTrue(deviation.reason().contains("\"(c)\" continues the list"), deviation::reason);
        assertEquals(CALL.length() + 6, deviation.start());
    }

    private static String call(String first, String second) {
        return CALL.replace("(a)", first).replace("(b)", second);
    }

    /// @param labels of the list in the order of the text
    private static String reports(String labels) {
        String[] each = labels.split(",");
        return "Reports cover:\n\n" + each[0] + " money\n\n" + each[1] + " received; and\n\n" + each[2]
                + " spent; and\n\n" + each[3] + " people.";
    }

    private static void assertVerified(String text) {
        Verification verification = verify(text);
        assertEquals(Verdict.VERIFIED, verification.verdict(), () -> text + verification.deviations());
    }

    private static List<String> kinds(String text) {
        return verify(text).deviations().stream()
                .map(deviation -> deviation.kind().toString())
                .toList();
    }

    private static Verification verify(String text) {
        return verifier.verify(request(MarkdownReader.read(text)));
    }

    private static VerificationRequest request(CanonicalDocument document) {
        return new VerificationRequest(document, LocalDate.of(2026, 11, 24), Map.of(), null, null);
    }
}
