package org.proviso.testkit;

import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;

class ScanningSearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex open(LibrarySnapshot snapshot, Projection projection) {
        return new ScanningSearchIndex(snapshot, projection);
    }
}
