package org.proviso.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.answering.Answer.Notice;
import org.proviso.answering.Answer.Quote;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.lucene.LuceneClauseIndex;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.VectorIndexer;
import org.proviso.testkit.SampleLibrary;

class AnsweringChainTest {

    private static final ClauseFilter ANYWHERE = ClauseFilter.asOf(SampleLibrary.TODAY);
    private static final ClauseFilter IN_AN_NDA = new ClauseFilter(
            SampleLibrary.TODAY, null, SampleLibrary.mutualNda().id(), null, null);
    private static final ClauseFilter ENGLAND =
            new ClauseFilter(SampleLibrary.TODAY, new Jurisdiction("GB-EAW"), null, null, null);

    @TempDir
    private static Path folder;

    private static LuceneClauseIndex index;
    private static AnsweringChain chain;

    @BeforeAll
    static void theShippedLibraryWithItsVectors() {
        OnnxEmbedder embedder = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);
        index = LuceneClauseIndex.open(
                folder,
                SampleLibrary.library(),
                embedder.modelId(),
                Projection.identity(embedder.dimensions()),
                Thesaurus.EMPTY);
        try (VectorIndexer indexer =
                new VectorIndexer(SampleLibrary.library(), index, embedder, Runnable::run, progress -> {})) {
            indexer.start();
        }
        chain = new AnsweringChain(SampleLibrary.library(), new Retriever(SampleLibrary.library(), index, embedder));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How long does confidentiality last?                  | survival
            May we share confidential information with affiliates? | confidentiality.affiliates
            Which law governs the agreement?                     | governing-law
            Must confidential information be returned or destroyed? | confidentiality.return
            May a party assign the agreement?                    | assignment
            Can we use what we remember?                         | residuals
            Who signs the agreement electronically?              | counterparts
            """)
    void theClauseThatAnswersIsQuoted(String question, String family) {
        List<Quote> quotes = quotes(chain.answer(question, IN_AN_NDA));

        assertTrue(
                quotes.stream()
                        .anyMatch(quote -> quote.clause().family().value().equals(family)),
                () -> quotes.stream()
                        .map(quote -> quote.clause().versionId())
                        .toList()
                        .toString());
    }

    @Test
    void aQuoteIsTheClauseWordForWord() {
        Answer answer = chain.answer("May we share confidential information with affiliates?", ANYWHERE);

        String shown = AnswerText.of(answer);
        for (Quote quote : quotes(answer)) {
            ClauseVersion clause =
                    SampleLibrary.library().clause(quote.clause().versionId()).orElseThrow();
            assertEquals(clause.text().source(), quote.text());
            String block = shown.substring(0, shown.indexOf("\n>\n> — " + clause.versionId()));
            String lines = block.substring(block.lastIndexOf("\n\n> ") + 2)
                    .lines()
                    .map(line -> line.equals(">") ? "" : line.substring(2))
                    .collect(Collectors.joining("\n"));
            assertEquals(clause.text().source(), lines);
        }
    }

    @Test
    void thePreferredPositionIsQuotedBeforeAFallback() {
        List<Quote> quotes = quotes(chain.answer("May we share confidential information with affiliates?", IN_AN_NDA));

        assertEquals(
                "confidentiality.affiliates.consent@1",
                quotes.getFirst().clause().versionId().toString());
    }

    @Test
    void aJurisdictionNarrowsTheAnswer() {
        List<Quote> quotes = quotes(chain.answer("Which law governs the agreement?", ENGLAND));

        assertTrue(quotes.stream().anyMatch(quote -> quote.clause().id().value().equals("governing-law.england")));
        assertTrue(
                quotes.stream().noneMatch(quote -> quote.clause().id().value().equals("governing-law.delaware")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the best pizza in Naples?",
                "How many days of parental leave do employees have?",
                "Who waters the plants in the lobby?",
                "What is the capital of France?",
                "asdf qwerty zxcv"
            })
    void whatTheLibraryDoesNotAnswerIsSaidSo(String question) {
        Answer answer = chain.answer(question, ANYWHERE);

        assertEquals(1, answer.parts().size());
        assertInstanceOf(Notice.class, answer.parts().getFirst());
        assertTrue(AnswerText.of(answer).startsWith("The library has no approved clause that answers this."));
    }

    private static List<Quote> quotes(Answer answer) {
        return answer.parts().stream()
                .filter(Quote.class::isInstance)
                .map(Quote.class::cast)
                .toList();
    }
}
