package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Money;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.LibraryFolder;

class VerifierTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final SlotValue THOUSAND = new Money("USD", new BigDecimal(1000));
    private static final String CAP = "The borrower may borrow up to USD 1,000 in total.";

    @TempDir
    private Path folder;

    private LibrarySnapshot library;

    @BeforeEach
    void aLibraryOfOverlappingClauses() {
        library = new LibraryFolder(folder)
                .clause(
                        "purpose",
                        "slots: {purpose: {type: text}, holder: {type: party}}",
                        "The loan is for {{purpose}} by {{holder}} and for nothing else.")
                .clause(
                        "interest",
                        "slots: {late: {type: flag}}",
                        "No interest is due{{#if late}}, except on late payment{{/if}}.")
                .clause("interest.short", "", "No interest is due. Repayment is due on demand.")
                .clause("first", "", "Repayment is due on demand.")
                .clause("both", "", "Repayment is due on demand.\n\nPrepayment is always allowed.")
                .clause("twin", "", "Repayment is due on demand.")
                .clause(
                        "term",
                        "slots: {start: {type: date}, end: {type: date}}",
                        "From {{start}} until {{end}} the loan is open. From {{start}} the clock runs.")
                .clause("holder", "slots: {holder: {type: party}}", "The note of the loan is held by {{holder}} alone.")
                .clause("future", "valid: {from: 2027-01-01}", "A law of the future governs this loan.")
                .clause("past", "status: retired", "A law of the past governs this loan.")
                .clause(
                        "list",
                        "",
                        "The lender may call the loan if:\n\n(a) the borrower is late; or\n\n(b) the borrower moves.")
                .snapshot();
    }

    @Test
    void anApprovedClauseWithItsConfirmedValueIsVerified() {
        Verification verification = verify(CAP, Map.of("amount", THOUSAND));

        assertEquals(Verdict.VERIFIED, verification.verdict());
        assertEquals(1.0, verification.coverage());
        assertEquals(
                "cap@1", verification.spans().getFirst().clauses().getFirst().toString());
        assertEquals(library.root(), verification.root());
    }

    @Test
    void aFullCoverIsFoundWithTheFewestClausesAndEveryIdOfATextIsNamed() {
        Verification both = verify("Repayment is due on demand.\n\nPrepayment is always allowed.", Map.of());
        Verification alone = verify("Repayment is due on demand.", Map.of());
        Verification mixed = verify(
                "Repayment is due on demand.\n\nRepayment is due on demand.\n\nPrepayment is always allowed.",
                Map.of());

        assertEquals(List.of("both@1"), names(both.spans().getFirst()));
        assertEquals(List.of("first@1", "twin@1"), names(alone.spans().getFirst()));
        assertEquals(2, mixed.spans().size());
        assertEquals(Verdict.VERIFIED, mixed.verdict());
    }

    @Test
    void aFlagIsReadFromTheBranchThatStandsThere() {
        Verification late = verify("No interest is due, except on late payment.", Map.of("late", new Flag(true)));
        Verification wrong = verify("No interest is due.", Map.of("late", new Flag(true)));
        Verification unknown = verify("No interest is due.", Map.of());

        assertEquals(Verdict.VERIFIED, late.verdict());
        assertEquals(Verdict.REJECTED, wrong.verdict());
        assertEquals(
                Deviation.Kind.SLOT_VIOLATION, wrong.deviations().getFirst().kind());
        assertEquals(Verdict.VALUES_UNCONFIRMED, unknown.verdict());
        assertEquals(new Flag(false), unknown.values().get("late").value());
    }

    @Test
    void aSlotHasOneValueAcrossTheDocument() {
        Verification same = verify(
                "From January 1, 2027 until May 1, 2027 the loan is open. From January 1, 2027 the clock runs.",
                Map.of());
        Verification two = verify(
                "From January 1, 2027 until May 1, 2027 the loan is open. From January 2, 2027 the clock runs.",
                Map.of());
        Verification acrossClauses = verify(
                "The note of the loan is held by Acme, Inc. alone.\n\nThe loan is for testing by Globex and for nothing else.",
                Map.of());

        assertEquals(Verdict.VALUES_UNCONFIRMED, same.verdict());
        assertEquals(Verdict.REJECTED, two.verdict());
        assertEquals(Verdict.REJECTED, acrossClauses.verdict());
        assertTrue(acrossClauses.deviations().getFirst().reason().contains("stands elsewhere"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The loan is for evaluation, except that no cap applies by Acme and for nothing else. | could change
            The loan is for testing and the lender shall pay by Acme and for nothing else.       | could change
            The loan is for testing (and more) by Acme and for nothing else.                     | holds "("
            The loan is for testing. It is void by Acme and for nothing else.                    | end of a sentence
            The loan is for https://evil.example by Acme and for nothing else.                   | holds ":"
            The loan is for testing by Acme (free of all liability) and for nothing else.        | holds "("
            The borrower may borrow up to USD 200,000 in total.                                  | most allowed
            The borrower may borrow up to USD 1000 in total.                                     | not how a contract prints it
            The borrower may borrow up to EUR 1,000 in total.                                    | currency
            The borrower may borrow up to any amount in total.                                   | not an amount
            From February 31, 2027 until May 1, 2027 the loan is open. From February 31, 2027 the clock runs. | no such day
            """)
    void whatASlotDoesNotTakeIsASlotViolation(String text, String reason) {
        Verification verification = verify(text, Map.of());

        assertEquals(Verdict.REJECTED, verification.verdict());
        assertEquals(
                Deviation.Kind.SLOT_VIOLATION,
                verification.deviations().getFirst().kind());
        assertTrue(verification.deviations().getFirst().reason().contains(reason), verification.deviations()::toString);
    }

    @Test
    void aPlaceholderIsUnfilledAndNeverAValue() {
        Verification own = verify("The borrower may borrow up to ⟦amount⟧ in total.", Map.of("amount", THOUSAND));
        Verification foreign = verify("The borrower may borrow up to ⟦purpose⟧ in total.", Map.of());

        assertEquals(List.of(Deviation.Kind.UNFILLED), kinds(own));
        assertEquals(Verdict.REJECTED, own.verdict());
        assertEquals(Verdict.REJECTED, foreign.verdict());
        assertTrue(!kinds(foreign).contains(Deviation.Kind.UNFILLED));
    }

    @Test
    void clausesOutOfForceAreNotApproved() {
        assertEquals(
                Verdict.REJECTED,
                verify("A law of the future governs this loan.", Map.of()).verdict());
        assertEquals(
                Verdict.REJECTED,
                verify("A law of the past governs this loan.", Map.of()).verdict());
        assertEquals(
                Verdict.VERIFIED,
                new Verifier(library)
                        .verify(new VerificationRequest(
                                MarkdownReader.read("A law of the future governs this loan."),
                                LocalDate.of(2027, 1, 1),
                                Map.of(),
                                null,
                                null))
                        .verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lender may call the loan if:\n\n1) the borrower is late; or\n\n2) the borrower moves.",
                "4.2 The lender may call the loan if:\n\n1. the borrower is late; or\n2. the borrower moves.",
                "Title of list\n\nThe lender may call the loan if:\n\ni. the borrower is late; or\n\nii. the borrower moves."
            })
    void labelsAndTitlesAreFreeWhereTheClauseHasThem(String text) {
        assertEquals(Verdict.VERIFIED, verify(text, Map.of()).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lender may call the loan if:\n\nthe borrower is late; or\n\n(b) the borrower moves.",
                "The lender may call the loan if: (a) the borrower is late; or (b) the borrower moves.",
                "The lender may call the loan if:\n\n(a) the borrower is late; or",
                "The lender may call the loan if:\n\n(b) the borrower moves.\n\n(a) the borrower is late; or",
                "Title of cap\n\nThe lender may call the loan if:\n\n(a) the borrower is late; or\n\n(b) the borrower moves.",
                "The lender may call the loan if:\n\n(a) the borrower is late; or\n\n(b) the borrower moves.\n\nTitle of list"
            })
    void blocksAndHeadingsCountWhereTheClauseDoesNotHaveThem(String text) {
        assertEquals(Verdict.REJECTED, verify(text, Map.of()).verdict());
    }

    @Test
    void lookAlikesAreTampered() {
        Verification verification = verify(CAP.replace("borrower", "b\u043errower"), Map.of());

        assertEquals(List.of(Deviation.Kind.TAMPERED), kinds(verification));
        assertEquals(
                "cap@1",
                verification
                        .deviations()
                        .getFirst()
                        .nearest()
                        .getFirst()
                        .clause()
                        .toString());
    }

    @Test
    void textThatIsNotInTheLibraryIsUnknown() {
        Verification verification = verify("Pizza is best in Naples, where ovens are hot.", Map.of());

        assertEquals(List.of(Deviation.Kind.UNKNOWN), kinds(verification));
        assertEquals(0.0, verification.coverage());
    }

    @Test
    void theDifferenceIsToldTokenByToken() {
        Deviation deviation = verify("The borrower shall borrow up to USD 1,000 in total, monthly.", Map.of())
                .deviations()
                .getFirst();

        List<String> changes = deviation.difference().stream()
                .filter(part -> part.operation() != Deviation.Operation.EQUAL)
                .map(part -> part.operation() + " " + part.approved() + "|" + part.found())
                .toList();
        assertEquals(Deviation.Kind.ALTERED, deviation.kind());
        assertEquals(List.of("replaced may|shall", "inserted |, monthly"), changes);
    }

    @Test
    void anEmptyDocumentIsAWrongRequest() {
        assertThrows(IllegalArgumentException.class, () -> verify("  \n ", Map.of()));
    }

    @Test
    void aBrokenStretchDoesNotHideItsNeighbours() {
        Verification verification =
                verify(CAP + "\n\nSomething else entirely stands here.\n\nRepayment is due on demand.", Map.of());

        assertEquals(2, verification.spans().size());
        assertEquals(1, verification.deviations().size());
        assertTrue(verification.coverage() > 0.5 && verification.coverage() < 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Repayment ", "The loan is for ", "a, ", "⟦amount⟧ ", "x\n\n", "Acme "})
    void repetitionIsAnsweredWithoutBacktracking(String piece) {
        Verification verification = verify(piece.repeat(20_000), Map.of());

        assertEquals(Verdict.REJECTED, verification.verdict());
    }

    private Verification verify(String text, Map<String, SlotValue> values) {
        return new Verifier(library)
                .verify(new VerificationRequest(MarkdownReader.read(text), TODAY, values, null, null));
    }

    private static List<Deviation.Kind> kinds(Verification verification) {
        return verification.deviations().stream().map(Deviation::kind).toList();
    }

    private static List<String> names(Span span) {
        return span.clauses().stream().map(Object::toString).toList();
    }
}
