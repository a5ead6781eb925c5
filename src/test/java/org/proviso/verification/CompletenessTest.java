package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.LibraryFolder;

class CompletenessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String WHOLE = """
            # 1. Money

            1.1 The Borrower is whoever takes the sum from the lender.

            1.2 The Borrower pays interest every month, as Section 2.1 says.

            # 2. Rest

            2.1 The interest is paid by transfer to the lender.

            2.2 The Borrower may end the loan early, if the lender agrees.
            """;

    @TempDir
    private Path folder;

    private LibrarySnapshot library;
    private Verifier verifier;

    @BeforeEach
    void aRecipeOfTwoSections() {
        library = new LibraryFolder(folder)
                .write("contracts/loan.yaml", """
                        id: loan
                        title: Loan
                        description: A loan between friends.
                        jurisdictions: [US-DE]
                        sections:
                          - heading: Money
                            clauses:
                              - {family: who}
                              - {family: interest}
                          - heading: Rest
                            clauses:
                              - {family: way}
                              - {family: end, optional: true}
                        """)
                .clause("who", "defines: [Borrower]", "The Borrower is whoever takes the sum from the lender.")
                .clause(
                        "interest",
                        "uses: [Borrower]",
                        "The Borrower pays interest every month, as Section {{ref way}} says.")
                .clause("way", "", "The interest is paid by transfer to the lender.")
                .clause(
                        "end",
                        "uses: [Borrower]\nmay-agree: the treasurer",
                        "The Borrower may end the loan early, if the lender agrees.")
                .clause("other", "defines: [Notice]", "A Notice is a letter that is sent by courier to both.")
                .clause("again", "defines: [Borrower]", "The Borrower has a second definition in this text.")
                .snapshot();
        verifier = new Verifier(library);
    }

    @Test
    void aWholeContractIsOne() {
        Verification verification = verify(WHOLE);

        assertEquals(Verdict.VERIFIED, verification.verdict(), verification::toString);
        assertTrue(verification.isContract(), verification::toString);
        assertEquals(
                List.of("the treasurer"),
                completeness(WHOLE).approvals().stream()
                        .map(Completeness.NeededApproval::role)
                        .toList());
    }

    @Test
    void withoutAContractTypeOrWithDeviationsTheScopeIsClauses() {
        assertFalse(verifier.verify(new VerificationRequest(MarkdownReader.read(WHOLE), TODAY, Map.of(), null, null))
                .isContract());
        assertFalse(verify(WHOLE + "\nSomething else.").isContract());
        assertFalse(verify(WHOLE.replace("transfer", "cheque")).isContract());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            missing            | # 2. Rest¶¶2.1 The interest is paid by transfer to the lender. | # 2. Rest                      | way
            missingHeadings    | # 2. Rest¶¶                                                  | ``                             | Rest
            unexpectedHeadings | 2.2 The                                                       | # 2. Rest¶¶2.2 The         | Rest
            undefinedTerms     | 1.1 The Borrower is whoever takes the sum from the lender.¶¶ | ``                            | Borrower
            unusedTerms        | 2.2 The                                                       | 2.3 A Notice is a letter that is sent by courier to both.¶¶2.2 The | Notice
            repeatedTerms      | 2.2 The                                                       | 2.3 The Borrower has a second definition in this text.¶¶2.2 The | Borrower
            unexpected         | 2.2 The                                                       | 2.3 A Notice is a letter that is sent by courier to both.¶¶2.2 The | other
            """)
    void whatDiffersFromTheRecipeIsListed(String list, String replaced, String by, String listed) {
        String text = WHOLE.replace(replaced.replace("¶", "\n"), by.replace("¶", "\n"));
        Function<Completeness, List<?>> field = switch (list) {
            case "missing" -> Completeness::missing;
            case "missingHeadings" -> Completeness::missingHeadings;
            case "unexpectedHeadings" -> Completeness::unexpectedHeadings;
            case "undefinedTerms" -> Completeness::undefinedTerms;
            case "unusedTerms" -> Completeness::unusedTerms;
            case "repeatedTerms" -> Completeness::repeatedTerms;
            case "unexpected" -> Completeness::unexpected;
            default -> throw new AssertionError(list);
        };

        Completeness completeness = completeness(text);

        assertFalse(completeness.holds());
        assertTrue(
                field.apply(completeness).stream()
                        .anyMatch(item -> item.toString().endsWith(listed)),
                completeness::toString);
        assertFalse(verify(text).isContract());
    }

    @Test
    void clausesInAnotherOrderAreListed() {
        String swapped = WHOLE.replace("2.1 The interest is paid by transfer to the lender.", "X")
                .replace(
                        "2.2 The Borrower may end the loan early, if the lender agrees.",
                        "2.1 The interest is paid by" + " transfer to the lender.")
                .replace("X", "2.2 The Borrower may end the loan early, if the lender agrees.");

        assertEquals("[way]", completeness(swapped).outOfOrder().toString());
    }

    @Test
    void aReferenceToWhatIsNotThereIsUnresolved() {
        Completeness completeness =
                completeness(WHOLE.replace("2.1 The interest is paid by transfer to the lender.\n\n", ""));

        assertEquals("[way]", completeness.unresolved().toString());
    }

    private Completeness completeness(String text) {
        Completeness completeness = verify(text).completeness();
        assertNotNull(completeness);
        return completeness;
    }

    private Verification verify(String text) {
        return verifier.verify(new VerificationRequest(
                MarkdownReader.read(text),
                TODAY,
                Map.of(),
                library.contractTypes().iterator().next(),
                null));
    }
}
