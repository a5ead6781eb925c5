package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.document.PlainTextReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;

class PlainTextVerificationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            ClauseFixture.clause("fee@1", "The <b>fee</b> is *due* & payable.").title("The *fee*"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The <b>fee</b> is *due* & payable.            | VERIFIED
            1. The <b>fee</b>  is *due* & payable.        | VERIFIED
            The fee is due & payable.                     | REJECTED
            The <b>fee</b> is due & payable.              | REJECTED
            The <b>fee</b> is *due* &amp; payable.        | REJECTED
            """)
    void marksAreTextInClauseAndDocument(String text, Verdict verdict) {
        assertEquals(verdict, verify(text));
    }

    @Test
    void titlesAreReadByTheSameReader() {
        assertEquals(Verdict.VERIFIED, verify("The *fee*\n\nThe <b>fee</b> is *due* & payable."));
        assertEquals(Verdict.REJECTED, verify("The fee\n\nThe <b>fee</b> is *due* & payable."));
    }

    @Test
    void aReaderOfMarkdownRefusesThatLibrary() {
        assertThrows(IllegalArgumentException.class, () -> new Verifier(LIBRARY));
    }

    private static Verdict verify(String text) {
        return new Verifier(LIBRARY, PlainTextReader::read)
                .verify(new VerificationRequest(PlainTextReader.read(text), TODAY, Map.of(), null, null))
                .verdict();
    }
}
