package org.proviso.testkit;

import org.jspecify.annotations.Nullable;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.TokenProjection;

class ScanningSearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex open(LibrarySnapshot snapshot, Projection projection, @Nullable TokenProjection tokens) {
        return new ScanningSearchIndex(snapshot, projection, tokens);
    }
}
