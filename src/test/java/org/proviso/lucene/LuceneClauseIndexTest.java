package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.TokenProjection;
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

    @Override
    protected SearchIndex open(LibrarySnapshot snapshot, Projection projection, @Nullable TokenProjection tokens) {
        return LuceneClauseIndex.open(
                folder.resolve("index" + indexes++), snapshot, EMBEDDER.modelId(), projection, tokens, Thesaurus.EMPTY);
    }
}
