package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.proviso.testkit.ClauseFixture.clause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Use **solely** for {{purpose}}.       | Use solely for .",
                "Stay {{#if a}}yes{{else}}no{{/if}}.   | Stay yes no.",
                "# Term\\n\\n1. First\\n- second       | Term First second",
                "\\*Literal\\* mark                    | Literal mark",
                "See [the list](http://x.example/a).   | See the list.",
                "An _italic_ `word`                    | An italic word",
                "(a) first; (b) 3.5 % of 2 * 3         | (a) first; (b) 3.5 % of 2 3",
            })
    void onlyTheWordsAreLeft(String markdown, String words) {
        String text = markdown.replace("\\n", "\n");

        assertEquals(words, ClauseProse.of(clause("a@1", text).build()));
    }

    @Test
    void theTitleIsEmbeddedBeforeTheText() {
        assertEquals(
                "Use of data. Only so.",
                ClauseProse.embedded(
                        clause("a@1", "Only so.").title("Use of **data**").build()));
    }
}
