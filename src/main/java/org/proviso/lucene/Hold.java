package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;

/// A hold on a reader: what is being read is read to its end, though the reader is closed meanwhile.
record Hold(IndexReader reader) implements Closeable {

    /// @throws IllegalStateException if the reader is closed
    Hold {
        if (!reader.tryIncRef()) {
            throw new IllegalStateException("The search index is closed. Maybe the library was reloaded.");
        }
    }

    @Override
    public void close() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
