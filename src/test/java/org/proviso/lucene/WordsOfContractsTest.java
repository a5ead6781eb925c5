package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.proviso.testkit.ClauseFixture.clause;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex.WordMatch;
import org.proviso.retrieval.SearchIndex.WordMatches;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.ClauseFixture;

/// What contracts are written with, and what finds it.
class WordsOfContractsTest {

    private static final ClauseFilter ANY = ClauseFilter.asOf(LocalDate.of(2026, 6, 1));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "\"{0}\" in \"{1}\": {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "8.2                      | as set out in Section 8.2(a)           | true",
                "Section 8.2(b)           | subject to Sections 8.2, 8.3 and 9     | true",
                "8.2                      | See Section 8.2.                       | true",
                "8.2                      | Section 8 and Section 2                | false",
                "8.2                      | Section 18.2 or 8.20                   | false",
                "8                        | Section 8.2                            | false",
                "§ 12                     | nach §12 BGB                           | true",
                "12                       | Section 12.1                           | false",
                "Art. 28                  | Art.28(3) GDPR                         | true",
                "1000000                  | the sum of US$1,000,000 in cash        | true",
                "US$1,000,000             | the sum of 1000000 dollars             | true",
                "1,000                    | the sum of 1,000,000 dollars           | false",
                "30-day                   | within 30 days                         | true",
                "sub-processor            | any subprocessors of theirs            | true",
                "subprocessor             | any sub-processors of theirs           | true",
                "subprocessor             | any sub processors of theirs           | true",
                "sub processor            | any subprocessor of theirs             | true",
                "sub\u2011processor       | any sub\u2010processor's staff         | true",
                "sub\u2013processors      | any subprocessor\u2019s staff          | true",
                "sub\u00ADprocessor       | any subpro\u00ADcessor                 | true",
                "subprocessor             | any processor                          | false",
                "non-compete              | a noncompete covenant                  | true",
                "noncompete               | a non-compete covenant                 | true",
                "noncompete               | a non compete covenant                 | true",
                "data-processing          | the data processing agreement          | true",
                "data processing          | the data-processing agreement          | true",
                "e-mail                   | by email                               | true",
                "email                    | by E-Mail                              | true",
                "email                    | by mail                                | false",
                "third-party              | claims of thirdparty vendors           | true",
                "pre-existing             | preexisting materials                  | true",
                "preexisting              | pre-existing materials                 | true",
                "nonsublicensable         | a non-sub-licensable right             | true",
                "non-sublicensable        | a nonsublicensable right               | true",
                "Customer's               | the customers of theirs                | true",
                "customers                | the Customer\u2019s data               | true",
                "customers' data          | the Customers\u2019 lists              | true",
                "confidential information | \u201eConfidential Stuff\u201c          | true",
                "\u00abConfidential\u00bb | the \u201cConfidential\u201d one       | true",
                "don't                    | don\u2019t                             | true",
                "confidential             | con\ufb01dential                       | true",
                "confidential             | \uff23\uff4f\uff4e\uff46\uff49\uff44\uff45\uff4e\uff54\uff49\uff41\uff4c | true",
                "costs\u2014including     | the costs                              | true",
                "warranties and/or        | any warranty                           | true",
                "shall not                | a party shall wait                     | true",
                "other than               | as in the rather longer rule           | false",
                "other than               | no less than that                      | true",
            })
    void aTextIsFoundInWhateverSpelling(String query, String text, boolean found) {
        try (LuceneClauseIndex index = index(text, Thesaurus.EMPTY)) {
            assertEquals(found ? 1 : 0, index.byWords(query, ANY, 1).size());
        }
    }

    /// As many words as the query has, and as it writes them, whichever spelling the text has.
    @ParameterizedTest
    @CsvSource({
        "no subprocessor, 'sub,processor'",
        "no sub-processor, 'sub,processor'",
        "no processor, processor",
        "a register, register",
    })
    void theReasonsNameTheWordsOfTheQuery(String text, String terms) {
        try (LuceneClauseIndex index = index(text, Thesaurus.EMPTY)) {
            WordMatches matches = index.matches("the sub-processor register", List.of(ID));

            assertEquals(3, matches.queryTermCount());
            assertEquals(
                    List.of(terms.split(",")),
                    matches.byClause().getOrDefault(ID, WordMatch.NONE).terms());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "non compete, non-compete",
        "non compete, noncompete",
        "non-compete, non competes",
        "noncompete, non-compete",
        "hold harmless, hold-harmless",
        "hold-harmless, hold harmless"
    })
    void aTermOfTheThesaurusIsKnownInWhateverSpelling(String term, String query) {
        Thesaurus thesaurus = new Thesaurus(new LinkedHashMap<>(Map.of(term, List.of("solicit"))));
        try (LuceneClauseIndex index = index("to solicit staff", thesaurus)) {
            assertEquals(1, index.byWords("our " + query + " covenant", ANY, 1).size());
        }
    }

    @Test
    void asManyCompoundsAsFitAreSearched() {
        StringBuilder query = new StringBuilder("staff");
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                query.append(" x").append(first).append('-').append("y").append(second);
            }
        }
        try (LuceneClauseIndex index = index("to solicit staff", Thesaurus.EMPTY)) {
            assertEquals(1, index.byWords(query.toString(), ANY, 1).size());
        }
    }

    private static final ClauseVersionId ID = ClauseVersionId.parse("zzz@1");

    private LuceneClauseIndex index(String text, Thesaurus thesaurus) {
        LibrarySnapshot library = ClauseFixture.snapshot(List.of(clause(ID.toString(), text)), List.of());
        return LuceneClauseIndex.open(folder, library, "none", Projection.identity(1), thesaurus);
    }
}
