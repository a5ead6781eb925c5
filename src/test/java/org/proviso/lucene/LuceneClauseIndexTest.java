package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.SearchIndexContract;

class LuceneClauseIndexTest extends SearchIndexContract {

    @TempDir
    private Path folder;

    private int indexes;

    @Test
    void aQueryOfAsManyDistinctWordsAsFitIsSearched() {
        String numbers = IntStream.range(0, 600).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        SearchIndex index = index(LADDERS);

        List<SearchIndex.Hit> hits = index.byWords("goods " + numbers, ClauseFilter.asOf(TODAY), 1);

        assertEquals("shipping@1", hits.getFirst().clause().toString());
        assertEquals(
                QueryAnalysis.MAX_WORDS,
                index.matches("goods " + numbers, List.of()).queryTermCount());
    }

    /// Lucene keeps what filters found by the query that they are.
    @Test
    void filtersAreOneQueryOnlyForTheSameClauses() {
        Ordinals ordinals = new Ordinals(LADDERS);
        ClauseSchema schema = new ClauseSchema(Thesaurus.EMPTY);
        ClauseFilter today = ClauseFilter.asOf(TODAY);
        ClauseVersionId use = ClauseVersionId.parse("use@2");
        ClauseVersionId goods = ClauseVersionId.parse("shipping@1");

        Query both = schema.filtering(today.among(Set.of(use, goods)), ordinals);

        assertEquals(both, schema.filtering(today.among(Set.of(goods, use)), ordinals));
        assertNotEquals(both, schema.filtering(today.among(Set.of(use)), ordinals));
        assertNotEquals(both, schema.filtering(today.among(Set.of()), ordinals));
        assertNotEquals(both, schema.filtering(today, ordinals));
    }

    @Override
    protected SearchIndex open(LibrarySnapshot snapshot) {
        return LuceneClauseIndex.open(
                folder.resolve("index" + indexes++),
                snapshot,
                EMBEDDER.modelId(),
                EMBEDDER.dimensions(),
                Thesaurus.EMPTY);
    }
}
