package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.retrieval.Thesaurus;

class QueryAnalysisTest {

    private static final Thesaurus THESAURUS = new Thesaurus(new LinkedHashMap<>(Map.of(
            "hold harmless", List.of("indemnify", "defence costs"),
            "auto-renewal", List.of("automatically", "renew"),
            "as is", List.of("warranty"))));
    private static final ClauseSchema SCHEMA = new ClauseSchema(THESAURUS);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "How long does confidentiality last?  | confidenti last",
                "May we share with affiliates?        | (mai) share affili",
                "shall not be disclosed               | (shall) (not) disclos",
                "Confidential, confidentiality        | confidenti",
                "the Party's obligations              | parti oblig",
                "confidentiality.use@3                | confidenti us 3",
                "What's the Recipient's duty?          | recipi duti",
                "What is it?                          | (what) (is) (it)",
                "???                                  | -",
                "Held harmless                        | held harmless",
                "they hold us harmless                | hold harmless",
                "shall hold harmless                  | (shall) hold harmless (indemnifi) (defenc) (cost)",
                "Auto renewals                        | auto renew (automat)",
                "as is                                | (as) (is) (warranti)",
            })
    void aQueryKeepsItsTellingWords(String query, String stems) {
        String words = SCHEMA.words(query).stream()
                .map(word -> word.content() ? word.stem() : "(" + word.stem() + ")")
                .collect(Collectors.joining(" "));

        assertEquals(stems == null ? "" : stems, words);
    }

    @Test
    void aWordIsNamedAsItIsWritten() {
        List<QueryWord> words = SCHEMA.words("Which Affiliates?");

        assertEquals(List.of(QueryWord.of("affiliates", "affili", null, true)), words);
    }

    @Test
    void noMoreWordsAreSearchedThanLuceneTakes() {
        String numbers = IntStream.range(0, 600).mapToObj(Integer::toString).collect(Collectors.joining(" "));

        assertEquals(QueryAnalysis.MAX_WORDS, SCHEMA.words(numbers).size());
    }
}
