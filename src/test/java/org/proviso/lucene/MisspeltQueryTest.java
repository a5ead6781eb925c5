package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.proviso.testkit.ClauseFixture.clause;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.ClauseFixture;

final class MisspeltQueryTest {

    private static final ClauseFilter TODAY = ClauseFilter.asOf(LocalDate.of(2026, 6, 1));

    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            clause("jury@1", "Each party waives trial by jury."),
            clause("residuals@1", "The recipient may use residuals that stay in memory."),
            clause("survival@1", "These sections survive termination."),
            clause("notice@1", "Notices are sent soon by courier."));

    @TempDir
    private Path folder;

    private LuceneClauseIndex index;

    @BeforeEach
    void open() {
        index = LuceneClauseIndex.open(folder, LIBRARY, "none", Projection.identity(2), Thesaurus.EMPTY);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "jurry, jury",
        "residulas, residuals",
        "residauls, residuals",
        "surive, survival",
        "couriers, notice",
        "curier, notice",
    })
    void aWordThatNoClauseHoldsIsTakenForTheNearest(String query, String clause) {
        assertEquals(clause + "@1", found(query).getFirst().clause().toString());
    }

    @ParameterizedTest
    @CsvSource({"moon", "soom", "zurvive", "xyzzyx", "8.2.3"})
    void noWordIsTakenForOneThatIsShortOrFarAway(String query) {
        assertEquals(List.of(), found(query));
    }

    /// What a guess costs must not grow with what a stranger sends.
    @Test
    void onlyTheFirstFewWordsOfAQueryAreGuessedAt() {
        String unknown = "aqqqqq bqqqqq cqqqqq dqqqqq";

        assertEquals("jury@1", found(unknown + " jurry").getFirst().clause().toString());
        assertEquals(List.of(), found(unknown + " eqqqqq jurry"));
    }

    @Test
    void aWordThatAClauseHoldsIsWhatItIs() {
        assertEquals(1, found("jury").size());
        assertEquals(1, found("trial jurry").size());
    }

    @Test
    void aGuessIsNoWordOfTheQueryThatWasFound() {
        ClauseVersionId jury = ClauseVersionId.parse("jury@1");

        var matches = index.matches("jurry", Set.of(jury));

        assertEquals(1, matches.queryTermCount());
        assertEquals(List.of(), matches.byClause().get(jury).terms());
    }

    @Test
    void scoresAreThoseOfTheSearch() {
        Hit hit = found("jurry").getFirst();

        assertEquals(
                hit.score(), index.wordScores("jurry", Set.of(hit.clause())).get(hit.clause()));
    }

    private List<Hit> found(String query) {
        return index.byWords(query, TODAY, 10);
    }
}
