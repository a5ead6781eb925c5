package org.proviso.testkit;

import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.SearchIndex;

class ScanningSearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex open(LibrarySnapshot snapshot) {
        return new ScanningSearchIndex(snapshot);
    }
}
