package org.proviso.testkit;

import org.proviso.retrieval.Embedder;

class HashEmbedderTest extends EmbedderContract {

    @Override
    protected Embedder embedder() {
        return new HashEmbedder();
    }
}
