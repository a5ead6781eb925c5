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
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.MarkdownReader;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.testkit.LibraryFolder;

/// What the verifier asks of a document besides that every block is approved text.
class RulesOfDocumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String PAY = "The borrower pays on demand.";
    private static final String LATER = "The borrower pays within one month.";
    private static final String LAW_DE = "The law of Delaware governs the loan.";
    private static final String LAW_EN = "The law of England governs the loan.";
    private static final String WAIVER = "THE LENDER GIVES NO WARRANTY.";
    private static final String LOUD = "The lender excludes all other duties.";
    private static final String SHARED = "Notices are given in writing.";

    @TempDir
    private static Path folder;

    private static LibrarySnapshot library;
    private static Verifier verifier;

    @BeforeAll
    static void aLibraryWithEveryRule() {
        library = new LibraryFolder(folder)
                .write("clauses/rate.md", clause("rate", 2, "", "Interest is due at the new rate."))
                .write("clauses/rate@1.md", clause("rate", 1, "", "Interest is due at the old rate."))
                .write("clauses/fee.md", clause("fee", 2, "status: retired\n", "A fee of one note is due."))
                .write("clauses/fee@1.md", clause("fee", 1, "", "A fee of two notes is due."))
                .write("clauses/tax.md", clause("tax", 3, "valid: {from: 2027-01-01}\n", "The lender bears the tax."))
                .write("clauses/tax@2.md", clause("tax", 2, "valid: {until: 2026-06-01}\n", "Nobody bears the tax."))
                .write("clauses/tax@1.md", clause("tax", 1, "", "The borrower bears the tax."))
                .clause("gone", "status: retired", "A retired rule stands here.")
                .clause("over", "valid: {until: 2026-01-01}", "A rule of the past stands here.")
                .clause("coming", "valid: {from: 2027-01-01}", "A rule of the future stands here.")
                .clause("draft", "status: draft", "A rule in the making stands here.")
                .clause("pay", "family: payment\nconflicts: [grace]", PAY)
                .clause("later", "family: payment\nposition: fallback-1", LATER)
                .clause("grace", "", "The borrower has a month of grace.")
                .clause("guarantee", "requires: [payment]", "The parent of the borrower guarantees the loan.")
                .clause("law.us", "family: law\njurisdictions: [US-DE]", LAW_DE)
                .clause("law.gb", "family: law\njurisdictions: [GB-EAW]", LAW_EN)
                .clause("court.us", "jurisdictions: [US-DE, US-NY]", "The courts of the lender's seat decide.")
                .clause("waiver", "conspicuous: true", WAIVER)
                .clause("loud", "conspicuous: true", LOUD)
                .clause("notes.a", "", SHARED)
                .clause("notes.b", "jurisdictions: [US-DE]", SHARED)
                .clause("notes.c", "contracts: [loan]\nfamily: cap\nposition: fallback-1", SHARED)
                .clause("set.off", "", "Nobody may set off against sums due under Section {{ref payment}}.")
                .clause(
                        "fees",
                        "slots: {fees: {type: rows, max: 3, columns: {service: {type: text}, amount: {type: money}}}}",
                        "The fees are:\n\n{{#each fees}}\n- The fee for {{service}} is {{amount}}.\n{{/each}}\n\n"
                                + "No other fee is due.")
                .snapshot();
        verifier = new Verifier(library);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Interest is due at the old rate.     | superseded         | is superseded by rate@2
            A retired rule stands here.          | retired            | was retired
            A fee of one note is due.            | retired            | was retired
            A fee of two notes is due.           | superseded         | is superseded by fee@2
            The borrower bears the tax.          | superseded         | is superseded by tax@2
            Nobody bears the tax.                | expired            | was valid until 2026-06-01
            The lender bears the tax.            | not-yet-valid      | is valid from 2027-01-01
            A rule of the past stands here.      | expired            | was valid until 2026-01-01
            A rule of the future stands here.    | not-yet-valid      | is valid from 2027-01-01
            The law of England governs the loan. | wrong-jurisdiction | is for [GB-EAW], not for US-DE
            The lender excludes all other duties. | inconspicuous     | bold or in capitals
            The parent of the borrower guarantees the loan. | incomplete | requires the family payment
            """)
    void approvedTextAtTheWrongTimeOrPlaceIsRejectedWithTheReason(String text, String kind, String reason) {
        Verification verification = verify(text, Map.of(), null, "US-DE");

        assertEquals(Verdict.REJECTED, verification.verdict());
        assertEquals(List.of(kind), kinds(verification));
        assertTrue(verification.deviations().getFirst().reason().contains(reason), verification::toString);
        assertEquals(1, verification.spans().size());
    }

    @Test
    void aDraftIsNoApprovedText() {
        Verification verification = verify("A rule in the making stands here.");

        assertEquals(0, verification.spans().size());
        assertEquals(Verdict.REJECTED, verification.verdict());
    }

    @Test
    void whatWasInForceOnTheDayIsVerified() {
        VerificationRequest request = new VerificationRequest(
                MarkdownReader.read("A rule of the past stands here."),
                LocalDate.of(2025, 12, 31),
                Map.of(),
                null,
                null);

        assertEquals(Verdict.VERIFIED, verifier.verify(request).verdict());
    }

    @Test
    void clausesThatDoNotGoTogetherAreRejected() {
        assertEquals(List.of("repeated"), kinds(verify(PAY + "\n\n" + PAY)));
        assertEquals(List.of("repeated"), kinds(verify(PAY + "\n\n" + LATER)));
        assertEquals(List.of("conflicting"), kinds(verify(PAY + "\n\nThe borrower has a month of grace.")));
        assertEquals(List.of("conflicting"), kinds(verify("The borrower has a month of grace.\n\n" + PAY)));
        assertEquals(
                List.of("wrong-jurisdiction"), kinds(verify(LAW_EN + "\n\nThe courts of the lender's seat decide.")));
        assertEquals(List.of(), kinds(verify(LAW_DE + "\n\nThe courts of the lender's seat decide.")));
        assertEquals(List.of(), kinds(verify("The parent of the borrower guarantees the loan.\n\n" + LATER)));
    }

    @Test
    void whatIsRequiredIsNotMissedBesideTextThatIsNotApproved() {
        Verification verification =
                verify("The parent of the borrower guarantees the loan.\n\nThe borrower never pays on demand.");

        assertEquals(List.of("altered"), kinds(verification));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The lender excludes all other duties.                 | rejected
            **The lender excludes all other duties.**             | verified
            4.1 **The lender excludes all other duties.**         | verified
            **The lender excludes** all other duties.             | rejected
            *The lender excludes all other duties.*               | rejected
            THE LENDER GIVES NO WARRANTY.                         | verified
            """)
    void aConspicuousClauseIsBoldOrInCapitals(String text, String verdict) {
        assertEquals(verdict, verify(text).verdict().toString());
    }

    @Test
    void everyClauseOfATextIsNamedTheOneThatWasAskedForFirst() {
        ContractType loan = library.contractTypes().iterator().next();

        assertEquals("[notes.a@1, notes.b@1, notes.c@1]", clauses(verify(SHARED)));
        assertEquals("[notes.b@1, notes.a@1, notes.c@1]", clauses(verify(SHARED, Map.of(), null, "US-DE")));
        assertEquals("[notes.c@1, notes.a@1, notes.b@1]", clauses(verify(SHARED, Map.of(), loan, null)));
        assertEquals("[notes.a@1, notes.c@1, notes.b@1]", clauses(verify(SHARED, Map.of(), null, "GB-EAW")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3.1 | 2.1 | 2.1 | verified
            3.1 | 2.1 | 2.2 | rejected
            3.1 | (b) | (b) | verified
            3.1 | b)  | (b) | verified
            2.1 | 2.1 | 2.1 | rejected
            3.1 | ''  | 2.1 | rejected
            """)
    void aReferenceIsTheLabelPrintedOnItsTargetAndOnNothingElse(
            String ownLabel, String label, String reference, String verdict) {
        String text = ownLabel + " Nobody may set off against sums due under Section " + reference + ".\n\n"
                + (label + " " + PAY).strip();

        assertEquals(verdict, verify(text).verdict().toString());
    }

    @Test
    void aReferenceToWhatIsNotThereIsTheReadersToConfirm() {
        Verification verification = verify("Nobody may set off against sums due under Section 4.");

        assertEquals(Verdict.VALUES_UNCONFIRMED, verification.verdict());
        assertEquals(List.of("ref:payment"), List.copyOf(verification.values().keySet()));
    }

    @Test
    void aListNumberThatIsRenderedAsAnotherIsNoTarget() {
        String list = "1. Nobody may set off against sums due under Section %s.\n3. " + PAY + "\n";

        assertEquals(Verdict.REJECTED, verify(list.formatted("3")).verdict());
        assertEquals(Verdict.REJECTED, verify(list.formatted("2")).verdict());
        assertEquals(
                Verdict.VERIFIED,
                verify(list.replace("3. ", "2. ").formatted("2")).verdict());
    }

    @Test
    void rowsAreVerifiedWithTheirCountAndEveryCell() {
        String two = "The fees are:\n\n- The fee for hosting is USD 50.\n- The fee for support is USD 7.\n\n"
                + "No other fee is due.";
        Map<String, String> values = Map.of(
                "fees[1].service", "hosting",
                "fees[1].amount", "USD 50",
                "fees[2].service", "support",
                "fees[2].amount", "USD 7");

        assertEquals(Verdict.VERIFIED, verify(two, values, null, null).verdict());
        assertEquals(Verdict.VALUES_UNCONFIRMED, verify(two).verdict());
        assertEquals(
                Verdict.REJECTED,
                verify(two.replace("- The fee for support is USD 7.\n", ""), values, null, null)
                        .verdict());
        assertEquals(
                Verdict.REJECTED,
                verify(two.replace("USD 7", "USD 8"), values, null, null).verdict());
        assertEquals(
                Verdict.REJECTED,
                verify(two.replace("\n\nNo", "\n- The fee for all else is USD 1.\n- The fee for x is USD 1.\n\nNo"))
                        .verdict());
    }

    @Test
    void theMostDangerousDeviationIsFirstAndReferencesThatFailAreNotConfirmed() {
        Verification verification = verify("1. Nobody may set off against sums due under Section 3.\n\n2. " + PAY
                + "\n\n<b>\n\nA retired rule stands here.");

        assertEquals(List.of("unreadable", "slot-violation", "retired"), kinds(verification));
        assertTrue(verification.values().values().stream().noneMatch(FoundValue::confirmed));
        Verification twice = verify("1. Nobody may set off against sums due under Section 2.\n\n2. " + PAY
                + "\n\n(2) The borrower bears the tax.");
        assertTrue(
                twice.deviations().getFirst().reason().contains("more than one place"), twice.deviations()::toString);
        assertTrue(twice.values().values().stream().noneMatch(FoundValue::confirmed));
        Verification fine = verify("1. Nobody may set off against sums due under Section 2.\n\n2. " + PAY);
        assertTrue(fine.values().values().stream().allMatch(FoundValue::confirmed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Page 1", "Page 12 of 12", "Contents\n\nTerms", "Table of Contents\n\n1. Terms .... 4"})
    void furnitureSaysNothing(String furniture) {
        String cap = "# 1. Terms\n\nThe borrower may borrow up to USD 1,000 in total.";
        String document = furniture.startsWith("Contents") ? cap.replace("1. ", "") : cap;

        Verification verification = verify(furniture + "\n\n" + document, Map.of("amount", "USD 1,000"), null, null);

        assertEquals(Verdict.VERIFIED, verification.verdict(), verification::toString);
        assertEquals(1.0, verification.coverage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Page",
                "Page one",
                "Page 3 of 2",
                "Page 12345",
                "Page 1 of x",
                "(a) Page 1",
                "page 1",
                "12",
                "Contents",
                "Contents\n\nTerms\n\nTerms",
                "Contents\n\nOther Terms",
                "Contents\n\n2. Terms",
                "Contents\n\nTerms and more",
                "Contents\n\nTerms 12345",
                "Table of contents\n\nTerms",
                "Index\n\nTerms"
            })
    void whatOnlyLooksLikeFurnitureIsRejected(String furniture) {
        assertEquals(
                Verdict.REJECTED,
                verify(furniture + "\n\n# Terms\n\nThe borrower may borrow up to USD 1,000 in total.")
                        .verdict());
    }

    @Test
    @Tag("slow")
    void aTableOfManyHeadingsIsReadInLinearTime() {
        assertEquals(
                Verdict.REJECTED,
                verify("Contents\n\n" + "Terms\n\n".repeat(240_000)).verdict());
    }

    private static String clause(String id, int version, String frontMatter, String text) {
        return "---\nid: " + id + "\nversion: " + version + "\ntitle: Title of " + id + "\n" + frontMatter + "---\n"
                + text + "\n";
    }

    private static Verification verify(String text) {
        return verify(text, Map.of(), null, null);
    }

    private static Verification verify(
            String text, Map<String, String> given, ContractType contractType, String jurisdiction) {
        RequestReader reader = new RequestReader(library);
        Map<String, SlotValue> values = reader.values("values", given, contractType);
        reader.throwProblems();
        return verifier.verify(new VerificationRequest(
                MarkdownReader.read(text),
                TODAY,
                values,
                contractType,
                jurisdiction == null ? null : new Jurisdiction(jurisdiction)));
    }

    private static List<String> kinds(Verification verification) {
        return verification.deviations().stream()
                .map(deviation -> deviation.kind().toString())
                .toList();
    }

    private static String clauses(Verification verification) {
        return verification.spans().getFirst().clauses().toString();
    }
}
