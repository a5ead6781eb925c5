package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.MarkdownReader;
import org.proviso.verification.Deviation.Change;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Operation;

class ChangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The Buyer shall not resell the goods.      | The Buyer shall resell the goods.           | negation
            The Buyer can resell.                      | The Buyer cannot resell.                    | negation
            The Buyer does not pay.                    | The Buyer doesn't pay.                      | wording
            Lawful use of it is free.                  | Unlawful use of it is free.                 | negation
            The licence is exclusive.                  | The licence is non-exclusive.               | insertion
            The cap is $500 a year.                    | The cap is $5,000 a year.                   | money
            The cap is EUR 500 a year.                 | The cap is USD 500 a year.                  | money
            It ends on 1 May 2026.                     | It ends on 1 June 2026.                     | date
            It ends on 2026-05-01.                     | It ends on 2026-05-31.                      | date
            Pay within thirty (30) days.               | Pay within sixty (60) days.                 | number
            Pay within 30 days.                        | Pay within 30 months.                       | number
            The rate is 5% a year.                     | The rate is 50% a year.                     | number
            See Section 4.2 for more.                  | See Section 4.3 for more.                   | number
            The Buyer shall pay.                       | The Buyer may pay.                          | modality
            The Receiving Party shall pay.             | The Disclosing Party shall pay.             | defined-term
            The Supplier shall pay.                    | The Customer shall pay.                     | party
            You own the content.                       | We own the content.                         | party
            Acme, Inc. owns the content.               | Globex, Inc. owns the content.              | party
            Keep it secret except as required by law.  | Keep it secret.                             | scope,deletion
            Fraud and gross negligence count.          | Fraud or gross negligence count.            | scope
            All claims are barred.                     | Some claims are barred.                     | scope
            It covers Confidential Information only.   | It covers Confidential Materials only.      | defined-term
            It covers the services here.               | It covers the Services here.                | defined-term
            It covers THE SERVICES here.               | It covers the services here.                | case
            your data stays here.                      | Your data stays here.                       | case
            A notice is given.                         | A notice is given in writing.               | insertion
            A notice is given in writing.              | A notice is given.                          | deletion
            The tenant may use the yard.               | The tenant may employ the yard.             | wording
            Fees, costs and taxes are due.             | Fees, costs, and taxes are due.             | punctuation
            A non exclusive right is given.            | A non-exclusive right is given.             | punctuation
            A "notice" is a letter.                    | A “notice” is a letter.                     | ``
            Rent is due. Heat is paid by the landlord. | Heat is paid by the landlord. Rent is due.  | reordering
            THE SUPPLIER SHALL NOT PAY THE CUSTOMER    | the customer shall not pay the supplier     | reordering,case
            The Supplier shall pay the Customer.       | The Customer shall pay the Supplier.        | party,reordering
            Nobody is not able to end it.              | Nobody is notable to end it.                | negation,wording
            It comes in valid form.                    | It comes invalid form.                      | negation,wording
            Take lots 1 12 today.                      | Take lots 11 2 today.                       | number
            At ten (10)% a year.                       | At ten (10) a year.                         | number
            LIBOR + 2 % is due.                        | LIBOR - 2 % is due.                         | number
            The rate is ≥ 99 % here.                   | The rate is ≤ 99 % here.                    | number
            Pay ₹500 now.                              | Pay ₩500 now.                               | money
            Pay ½ of it.                               | Pay ¼ of it.                                | number
            YOU CAN'T USE IT.                          | YOU CAN USE IT.                             | negation
            Both rent and heat are due.                | Both heat and rent are due.                 | reordering
            """)
    void aChangeHasTheKindOfItsWords(String approved, String found, String kinds) {
        assertEquals(
                kinds, kinds(approved, found).stream().map(Change::toString).collect(Collectors.joining(",")));
    }

    @Test
    void onlyCaseAndPunctuationAreFormal() {
        for (Change change : Change.values()) {
            assertEquals(change != Change.CASE && change != Change.PUNCTUATION, change.material(), change::toString);
        }
    }

    @Test
    void everyRunSaysWhereItStands() {
        String found = "The Buyer may  gladly pay.";
        List<Difference> runs =
                Changes.between(MarkdownReader.read("The Buyer shall pay."), MarkdownReader.read(found));

        assertEquals(
                List.of("equal The Buyer", "replaced may gladly", "equal pay."),
                runs.stream().map(run -> run.operation() + " " + run.found()).toList());
        for (Difference run : runs) {
            assertEquals(run.found(), found.substring(run.start(), run.end()).replaceAll(" +", " "));
        }
        assertEquals(Set.of(Change.MODALITY, Change.WORDING), runs.get(1).changes());
    }

    @Test
    void whatIsMissingHasAPlace() {
        String found = "Keep it secret.";
        List<Difference> runs =
                Changes.between(MarkdownReader.read("Keep it always secret."), MarkdownReader.read(found));

        Difference missing = runs.get(1);
        assertEquals(Operation.DELETED, missing.operation());
        assertEquals("always", missing.approved());
        assertEquals("Keep it".length(), missing.start());
        assertEquals(missing.start(), missing.end());
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        var document = MarkdownReader.read("word ".repeat(5_000));

        assertThrows(IllegalArgumentException.class, () -> Changes.between(document, document));
    }

    private static Set<Change> kinds(String approved, String found) {
        return Changes.between(MarkdownReader.read(approved), MarkdownReader.read(found)).stream()
                .flatMap(run -> run.changes().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Change.class)));
    }
}
