package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.SlotValue;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.testkit.LibraryFolder;

@DisplayName("Attacks on the verifier")
class AttackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String EARLY = "The borrower may repay the loan early.";
    private static final String CALL = "The lender may call the loan if:";

    @TempDir
    private static Path folder;

    private static LibrarySnapshot library;
    private static Verifier verifier;

    @BeforeAll
    static void aLibraryWorthAttacking() {
        library = new LibraryFolder(folder)
                .clause("early", "", EARLY)
                .clause("late", "", "The loan isn't \"frozen\" - it's 4.2% a year, or 1,000 notes.")
                .clause(
                        "call",
                        "",
                        CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.\n\nThe loan is then due.")
                .clause(
                        "purpose",
                        "slots: {purpose: {type: text}, holder: {type: party}}",
                        "The loan is for {{purpose}} by {{holder}} and for nothing else.")
                .clause(
                        "terms",
                        "slots: {start: {type: date}, term: {type: duration}, rate: {type: percent}, notes:"
                                + " {type: integer}, law: {type: jurisdiction}, mail: {type: email}}",
                        "From {{start}} and for {{term}} it bears {{rate}} on {{notes}} notes under the law of"
                                + " {{law}} with notices to {{mail}} only.")
                .clause("office", "slots: {office: {type: address}}", "The note is kept at {{office}} in a safe.")
                .clause("signed", "slots: {signer: {type: person}}", "Signed for the borrower:\n\nName: {{signer}}")
                .clause(
                        "fees",
                        "slots: {fees: {type: flag}}",
                        "The lender bears its costs.{{#if fees}} The borrower pays a fee.{{/if}}")
                .snapshot();
        verifier = new Verifier(library);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what Markdown keeps from the reader
                EARLY + "\n\n[x]: y 'The lender waives the loan.'",
                "[x]: y\n" + EARLY,
                "[x]: <no> (title)\n" + EARLY + "\n===",
                "> [x]: y\n\n" + EARLY,
                "- [x]: y\n\n" + EARLY,
                EARLY + "\n<!-- not -->",
                EARLY + "<!-- not -->",
                "<!doctype html>\n\n" + EARLY,
                "<?not?>" + EARLY,
                "<![CDATA[not]]>\n\n" + EARLY,
                "<p hidden>\n\n" + EARLY,
                "The borrower may <del>not</del> repay the loan early.",
                "The borrower <b>may</b> repay the loan early.",
                "The borrower may [repay](not \"not\") the loan early.",
                "The borrower may ![repay](not) the loan early.",
                "The borrower may [repay][x] the loan early.\n\n[x]: y",
                "The borrower may `repay` the loan early.",
                "```not\n" + EARLY + "\n```",
                "~~~ not\n~~~\n\n" + EARLY,
                "    " + EARLY,
                "\t" + EARLY,
                "> " + EARLY,
                EARLY + "\n> The lender agrees.",
                EARLY + "\n\n***",
                EARLY + "\n\n_ _ _",
                "---\nnot: true\n---\n" + EARLY,
                EARLY + "\n\n#",
                EARLY + "\n\n## ##",
                // entities and escapes
                "The borrower may&#32;repay the loan early.",
                "The borrower may &zwnj;repay the loan early.",
                "The borrower m&#97;y repay the loan early.",
                "The borrower may repay the loan early&period;",
                "The borrower may repay the loan early.&#0;",
                "The borrower may repay the loan early\\\\.",
                "The borrower may \\repay the loan early.",
                EARLY + "\\",
                EARLY + " \\#",
                "# " + EARLY + "#",
                "# " + EARLY + " \\#",
                "#" + EARLY,
                // invisible and look-alike characters
                "\ufeff\u200b" + EARLY,
                EARLY + "\u200b",
                EARLY + "\u0000",
                EARLY + "\uffff",
                EARLY + "\ud800",
                EARLY + "\ue000",
                EARLY + "\ufe0f",
                EARLY + "\udb40\udc41",
                EARLY + "\u0338",
                EARLY + "\ufffc",
                EARLY + "\u2800",
                EARLY + "\u3164",
                EARLY + "\u001f",
                EARLY + "\u200e",
                "The borrower \u202eyam repay the loan early.",
                "The borrower may\u00ad repay the loan early.",
                "The borrower m\u0430y repay the loan early.",
                "The \u0432\u043e\u0433\u0433\u043ewer may repay the loan early.",
                "The borrower may repay the l\u043fan early.",
                "The borrower \uff4d\uff41\uff59 repay the loan early.",
                "The borrower \ud835\udc26\ud835\udc1a\ud835\udc32 repay the loan early.",
                "The borrower ma\u0079\u0336 repay the loan early.",
                "The borrower may rep\u00e4y the loan early.",
                "The borrower may repay the loan early\u3002",
                "The borrower may repay the loan early\u2024",
                "The borrower may repay the loan early.\u00b2",
                // marks that join, split or strike words
                "The borrower may re**pay** the loan early.",
                "The borrower m*a*y repay the loan early.",
                "The borrower may __not__ repay the loan early.",
                "The borrower may ~~not~~ repay the loan early.",
                "The borrower may ~not~ repay the loan early.",
                "The borrower may**repay** the loan early.",
                "The borrower may_repay_ the loan early.",
                "**" + EARLY + "*",
                "*" + EARLY,
                "***" + EARLY + "**",
                "The borrower may ** repay ** the loan early.",
                "The borrower may\\\nrepay the loan early.",
                "The borrower may\n\nrepay the loan early.",
                "The borrower may\n# repay\nthe loan early.",
                "The borrower may\n---\nrepay the loan early.",
                "The borrower may\n- repay the loan early.",
                "The borrower may\n1. repay the loan early.",
                "The borrower mayrepay the loan early.",
                "The borrower may repay the loan early .",
                "The borrower may repay the loan early..",
                "The borrower may re-pay the loan early.",
                "the borrower may repay the loan early.",
                "THE BORROWER MAY REPAY THE LOAN EARLY.",
                "The borrower may, repay the loan early.",
                "The borrower may | repay the loan early.",
                "| The borrower may repay the loan early. |\n|---|"
            })
    void aDocumentThatHidesAddsOrJoinsAnythingIsRejected(String document) {
        assertRejected(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The loan isn't \"frozen\" — it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" -- it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" \u2212 it's 4.2% a year, or 1,000 notes.",
                "The loan isn't 'frozen' - it's 4.2% a year, or 1,000 notes.",
                "The loan isn't ''frozen'' - it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \u00abfrozen\u00bb - it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \u2033frozen\u2033 - it's 4.2% a year, or 1,000 notes.",
                "The loan isn\u00b4t \"frozen\" - it's 4.2% a year, or 1,000 notes.",
                "The loan isn`t \"frozen\" - it's 4.2% a year, or 1,000 notes.",
                "The loan isn\"t \"frozen\" - it's 4.2% a year, or 1,000 notes.",
                "The loan isn 't \"frozen\" - it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \" frozen\" - it's 4.2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4,2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4 .2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 42% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4.20% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4.2 % a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4.2\u2030 a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's \u0664.2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's \u2463.2% a year, or 1,000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1 ,000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1, 000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1.000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1\u00a0000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1**,0**00 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1\u200b,000 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or 1,000\u2070 notes.",
                "The loan isn't \"frozen\" - it's 4.2% a year, or l,000 notes."
            })
    void quotesDashesAndNumbersCount(String document) {
        assertAccepted("The loan isn\u2019t \u201cfrozen\u201d \u2010 it\u2018s 4.2% a year, or 1,000 notes.");
        assertRejected(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // longer or other labels than a label is
                "1234.5 " + EARLY,
                "1.2.3.4.5.6.7 " + EARLY,
                "(1.) " + EARLY,
                "(not) " + EARLY,
                "no. " + EARLY,
                "abc) " + EARLY,
                "(abc) " + EARLY,
                "aab. " + EARLY,
                "mmm. " + EARLY,
                "c) d) " + EARLY,
                "(a) (b) " + EARLY,
                "- (a) " + EARLY,
                "- - " + EARLY,
                "1. - " + EARLY,
                "• • " + EARLY,
                "1 " + EARLY,
                "5% " + EARLY,
                "- [ ] " + EARLY,
                "(a)" + EARLY,
                "-" + EARLY,
                "(a)\u200b " + EARLY,
                "(\u0430) " + EARLY,
                "\u2474 " + EARLY,
                "\u2160. " + EARLY,
                "1234567890. " + EARLY,
                // labels without text
                EARLY + "\n\n4.2",
                EARLY + "\n\n4.2 ",
                EARLY + "\n\n-",
                EARLY + "\n\n-\n-\n-",
                EARLY + "\n\n- - -\n\n" + EARLY,
                "1.\n\n\n" + EARLY,
                "## 1.\n\n" + EARLY,
                "(a)\n\n" + EARLY,
                // headings that are none
                "No\n\n" + EARLY,
                "# No\n\n" + EARLY,
                "No Title of early\n\n" + EARLY,
                "Title of early.\n\n" + EARLY,
                "title of early\n\n" + EARLY,
                "Title of call\n\n" + EARLY,
                "Terms\n\n" + EARLY,
                "Title of early\n\nTitle of early\n\n" + EARLY,
                "Title of early\n" + EARLY,
                EARLY + "\n\nTitle of early",
                "Title of early",
                "(a) (b) Title of early\n\n" + EARLY,
                "Title of cap\n\nTerms\n\nThe borrower may borrow up to USD 1,000 in total."
            })
    void labelsAndHeadingsSayNothingElse(String document) {
        assertRejected(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CALL + "\n\nthe borrower is late; or\n\n(b) the borrower moves.\n\nThe loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.\n\n(c) The loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves. The loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.\nThe loan is then due.",
                CALL + "\n- the borrower is late; or\n- the borrower moves.\nThe loan is then due.",
                CALL + " (a) the borrower is late; or\n\n(b) the borrower moves.\n\nThe loan is then due.",
                CALL + "\n\n(b) the borrower moves.\n\n(a) the borrower is late; or\n\nThe loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\n-\n\n(b) the borrower moves.\n\nThe loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\n---\n\n(b) the borrower moves.\n\nThe loan is then due.",
                CALL + "\n\n(a) the borrower is late; or\n\nTitle of call\n\n(b) the borrower moves.",
                CALL + "\n\n" + EARLY + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.",
                CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.",
                "(b) the borrower moves.\n\nThe loan is then due.",
                "The loan is then due.",
                CALL
            })
    void aClauseStandsWholeAndInItsOwnBlocks(String document) {
        assertAccepted(CALL + "\n\n(a) the borrower is late; or\n\n(b) the borrower moves.\n\nThe loan is then due.");
        assertRejected(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The loan is for testing by Acme and for none by Globex and for nothing else.
            The loan is for testing by Acme and for nothing else by Globex and for nothing else.
            The loan is for by Acme and for nothing else.
            The loan is for testing by and for nothing else.
            The loan is for testing, by Acme and for nothing else.
            The loan is for testing; by Acme and for nothing else.
            The loan is for testing - freely - by Acme and for nothing else.
            The loan is for testing: all by Acme and for nothing else.
            The loan is for testing "freely" by Acme and for nothing else.
            The loan is for testing 'freely' by Acme and for nothing else.
            The loan is for testing [freely] by Acme and for nothing else.
            The loan is for testing ⟦holder⟧ by Acme and for nothing else.
            The loan is for ⟦purpose⟧ by Acme and for nothing else.
            The loan is for testing… freely by Acme and for nothing else.
            The loan is for testing. Freely by Acme and for nothing else.
            The loan is for testing No. 5 by Acme and for nothing else.
            The loan is for testing $5 by Acme and for nothing else.
            The loan is for testing 5% by Acme and for nothing else.
            The loan is for testing a@b.example by Acme and for nothing else.
            The loan is for testing www.b.example by Acme and for nothing else.
            The loan is for testing NOT limited by Acme and for nothing else.
            The loan is for testing SHALL by Acme and for nothing else.
            The loan is for nön-testing, nevér, by Acme and for nothing else.
            The loan is for testing and/or selling by Acme and for nothing else.
            The loan is for testing won't stop by Acme and for nothing else.
            The loan is for testing not-withstanding any cap by Acme and for nothing else.
            The loan is for testing can-not by Acme and for nothing else.
            The loan is for testing what the law is by Acme and for nothing else.
            The loan is for testing under clause 7 by Acme and for nothing else.
            The loan is for testing until paid by Acme and for nothing else.
            The loan is for testing hereunder by Acme and for nothing else.
            The loan is for testing if Globex agrees by Acme and for nothing else.
            The loan is for тестирование by Acme and for nothing else.
            The loan is for te\u200bsting by Acme and for nothing else.
            The loan is for ｔｅｓｔｉｎｇ by Acme and for nothing else.
            The loan is for te**sti**ng by Acme and for nothing else.
            The loan is for testing by acme and for nothing else.
            The loan is for testing by Acme; Globex and for nothing else.
            The loan is for testing by Acme (Globex) and for nothing else.
            The loan is for testing by Acme – Globex and for nothing else.
            The loan is for testing by Acme, Which Shall Not Pay, Inc. and for nothing else.
            The loan is for testing by Acme Inc. The Lender and for nothing else.
            The loan is for testing by Acme Unless Paid and for nothing else.
            The loan is for testing by Acme WITHOUT Duty and for nothing else.
            The loan is for testing by Acme's Cannot and for nothing else.
            The loan is for testing by Аcme and for nothing else.
            The loan is for testing by 4711 and for nothing else.
            The loan is for testing by A A A A A A A A A A A A A A A and for nothing else.
            The note is kept at 10 Main Street; Wilmington in a safe.
            The note is kept at 10 Main Street (or elsewhere) in a safe.
            The note is kept at 10 Main Street or elsewhere in a safe.
            The note is kept at 10 Main Street, Except Sundays, in a safe.
            The note is kept at https://evil.example in a safe.
            """)
    void aValueThatCouldChangeItsClauseIsRejected(String document) {
        assertRejected(document.replace("\\u200b", "\u200b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            January 5, 2027    | January 05, 2027
            January 5, 2027    | January 5 2027
            January 5, 2027    | 5 January 2027
            January 5, 2027    | 2027-01-05
            January 5, 2027    | Jan 5, 2027
            January 5, 2027    | January 32, 2027
            January 5, 2027    | January 5, 27
            January 5, 2027    | january 5, 2027
            January 5, 2027    | January 5,2027
            January 5, 2027    | ⟦start⟧
            three (3) years    | three (4) years
            three (3) years    | 3 years
            three (3) years    | three years
            three (3) years    | three (3) year
            three (3) years    | three(3) years
            three (3) years    | Three (3) years
            three (3) years    | three (3) to four (4) years
            three (3) years    | three (³) years
            three (3) years    | three (3)
            three (3) years    | zero (0) years
            5%                 | 5 %
            5%                 | 5.0%
            5%                 | 05%
            5%                 | 101%
            5%                 | -5%
            5%                 | 5%%
            5%                 | 5% to 6%
            5%                 | five percent
            5%                 | .5%
            1,000              | 1000
            1,000              | 1.000
            1,000              | 1,000.0
            1,000              | 01,000
            1,000              | +1,000
            1,000              | 1,000 to 2,000
            1,000              | 1,00
            1,000              | ١,000
            1,000              | 1e3
            Germany            | germany
            Germany            | DE
            Germany            | any
            Germany            | any jurisdiction
            Germany            | Germany and Georgia
            Germany            | Germany, Europe
            Germany            | State of Delaware
            a_b@acme.example   | a..b@acme.example
            a_b@acme.example   | a_b@acme
            a_b@acme.example   | a_b@acme.example.
            a_b@acme.example   | a_b @acme.example
            a_b@acme.example   | a_b@аcme.example
            a_b@acme.example   | mailto:a_b@acme.example
            a_b@acme.example   | a_b@acme.example, b@acme.example
            """)
    void onlyThePrintedFormOfAValueIsAccepted(String approved, String found) {
        String terms =
                "From January 5, 2027 and for three (3) years it bears 5% on 1,000 notes under the law of Germany"
                        + " with notices to a_b@acme.example only.";

        assertAccepted(terms);
        assertRejected(terms.replace(approved, found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The loan is for testing by Acme and for nothing else.                 | purpose | testing by Acme
            The loan is for testing by night by Acme and for nothing else.        | purpose | testing
            The loan is for testing by night by Acme and for nothing else.        | holder  | Night
            The loan is for testing by Acme and for nothing else.                 | holder  | ACME
            The loan is for testing by Acme and for nothing else.                 | holder  | Acme, Inc.
            The lender bears its costs.                                           | fees    | true
            The lender bears its costs. The borrower pays a fee.                  | fees    | false
            The borrower may borrow up to USD 1,000 in total.                     | amount  | USD 1,000.01
            """)
    void aValueOtherThanTheGivenOneIsRejected(String document, String slot, String given) {
        assertEquals(Verdict.REJECTED, verdict(document, Map.of(slot, given)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The loan is for testing by night by Acme and for nothing else. | testing by night | Acme
            The loan is for work by Acme by Acme and for nothing else.     | work by Acme     | Acme
            The loan is for testing by Bank of the West and for nothing else. | testing       | Bank of the West
            The loan is for testing by O’Neill and Sons, Inc. and for nothing else. | testing | O'Neill and Sons, Inc.
            The loan is for **testing** by *Acme* and for nothing else.    | testing          | Acme
            The loan is for a client’s “test” by Acme and for nothing else. | - | -
            """)
    void aValueThatHoldsTheWordsOfItsClauseIsReadAsGiven(String document, String purpose, String holder) {
        if (purpose.equals("-")) {
            assertRejected(document);
        } else {
            assertEquals(Verdict.VERIFIED, verdict(document, Map.of("purpose", purpose, "holder", holder)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EARLY + "\n",
                "\n\n\n" + EARLY + "\n\n\n",
                "   " + EARLY,
                "The borrower\nmay repay\n     the loan early.",
                "The borrower\r\nmay repay\rthe loan early.\r\n",
                "The borrower  \nmay repay the loan early.  ",
                "The\u00a0borrower\u2003may\u3000repay\tthe  loan early.",
                "\u00a0" + EARLY + "\u00a0",
                "The borrower may\frepay the loan early.",
                "# " + EARLY,
                "###### " + EARLY + " ######",
                EARLY + "\n====",
                EARLY + "\n----",
                "**" + EARLY + "**",
                "***" + EARLY + "***",
                "_**" + EARLY + "**_",
                "__The__ *borrower* may ***repay*** the **loan** _early_.",
                "The borrower may *repay\nthe* loan early.",
                "The borrower may repay the loan early\\.",
                "1\\. " + EARLY,
                "1. " + EARLY,
                "1)\t" + EARLY,
                "1.2.3 " + EARLY,
                "**1.2** " + EARLY,
                "**1.2 The** borrower may repay the loan early.",
                "(xiv) " + EARLY,
                "(aa) " + EARLY,
                "• " + EARLY,
                "* " + EARLY,
                "-   " + EARLY,
                "-\n  " + EARLY,
                "- The borrower\nmay repay the loan early.",
                "Title of early\n\n" + EARLY,
                "## 3. Title of early\n\n" + EARLY,
                "Title of early\n---\n\n" + EARLY,
                "**Title of early**\n\n1.1 " + EARLY,
                "Terms\n\nTitle of cap\n\nThe borrower may borrow up to USD 1,000 in total.",
                EARLY + "\\\nThe lender bears its costs."
            })
    void honestFormattingIsAccepted(String document) {
        assertAccepted(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "a* ",
                "*a_ ",
                "a**b",
                "**a *b* ",
                "***x** ",
                "a*b_c",
                "* ",
                "- ",
                "1. ",
                "> ",
                "[",
                "![",
                "[a] ",
                "[a](b) ",
                "[a]: b\n",
                "&",
                "&amp;",
                "\\",
                "a\\\n",
                "``` ",
                "#\n",
                "a\n=\n",
                "-\n\n",
                "1.1",
                "(a) ",
                "1,",
                ".",
                "⟦a",
                "⟦amount⟧",
                "The borrower ",
                "The borrower may borrow up to ",
                "The loan is for by ",
                "The loan is for testing by Acme and for nothing ",
                "From January 5, 2027 and for ",
                "Title of early\n\n",
                CALL + "\n\n",
                "The borrower may repay the loan late.\n\n",
                "\u200b",
                "\ud83d\ude00",
                "\ud800"
            })
    @Tag("slow")
    void repetitionIsReadToTheEndAndRejected(String piece) {
        assertRejected(piece.repeat(60_000 / piece.length()) + "\n\n" + EARLY);
        assertRejected(EARLY + "\n\n" + piece.repeat(60_000 / piece.length()) + "x");
    }

    @Test
    void aClauseThatStandsOftenIsCoveredAndRepeated() {
        Verification verification = verification((EARLY + "\n\n").repeat(5_000), Map.of());

        assertEquals(1.0, verification.coverage());
        assertEquals(4_999, verification.deviations().size());
        assertEquals(
                Deviation.Kind.REPEATED, verification.deviations().getFirst().kind());
        assertRejected((EARLY + "\n\n").repeat(5_000) + "The borrower may repay the loan.");
    }

    @Test
    @Tag("slow")
    void oneHugeBlockIsNoClause() {
        assertRejected("The loan is for " + "testing ".repeat(100_000) + "by Acme and for nothing else.");
        assertRejected("The loan is for testing by " + "Acme ".repeat(100_000) + "and for nothing else.");
    }

    private static void assertAccepted(String document) {
        Verification verification = verification(document, Map.of());
        assertFalse(verification.verdict() == Verdict.REJECTED, verification.deviations()::toString);
        assertEquals(1.0, verification.coverage());
    }

    private static void assertRejected(String document) {
        Verification verification = verification(document, Map.of());
        assertEquals(
                Verdict.REJECTED,
                verification.verdict(),
                () -> verification.values().values().stream()
                        .map(found -> found.slot().name() + " = " + found.value())
                        .collect(Collectors.joining(", ")));
        assertFalse(verification.deviations().isEmpty());
    }

    private static Verdict verdict(String document, Map<String, String> given) {
        RequestReader reader = new RequestReader(library);
        Map<String, SlotValue> values = reader.values("values", given, null);
        reader.throwProblems();
        return verification(document, values).verdict();
    }

    private static Verification verification(String document, Map<String, SlotValue> values) {
        return verifier.verify(new VerificationRequest(MarkdownReader.read(document), TODAY, values, null, null));
    }
}
