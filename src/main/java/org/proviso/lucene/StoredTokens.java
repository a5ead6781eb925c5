package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A [TokenStore] opened for reading: tokens stay in mapped memory, only their places are held. Safe for use by many
/// threads.
final class StoredTokens implements Closeable {

    static final String KEY = "id";
    static final String TOKENS = "tokens";

    private final DirectoryReader reader;
    private final Map<VectorKey, Integer> documents;

    /// What is told of a text.
    @FunctionalInterface
    interface Visitor {

        /// @param bytes hold its tokens, until the next text is told
        void text(VectorKey key, byte[] bytes, int begin, int length);
    }

    private StoredTokens(DirectoryReader reader, Map<VectorKey, Integer> documents) {
        this.reader = reader;
        this.documents = documents;
    }

    /// @param reader closed with what is returned
    static StoredTokens of(DirectoryReader reader) throws IOException {
        Map<VectorKey, Integer> documents = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            BinaryDocValues keys = DocValues.getBinary(leaf.reader(), KEY);
            while (keys.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(keys.docID())) {
                    documents.put(VectorKey.of(keys.binaryValue()), leaf.docBase + keys.docID());
                }
            }
        }
        return new StoredTokens(reader, documents);
    }

    Set<VectorKey> keys() {
        return documents.keySet();
    }

    /// Tells the tokens of some texts, all of which are stored, in the order of the disk.
    ///
    /// @throws IllegalStateException if it is closed
    void visit(Collection<VectorKey> keys, Visitor visitor) {
        try (Hold _ = new Hold(reader)) {
            read(
                    keys.stream()
                            .sorted(Comparator.comparing(documents::get, Comparator.nullsFirst(Integer::compare)))
                            .toList(),
                    visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<VectorKey> inOrder, Visitor visitor) throws IOException {
        @Nullable LeafReaderContext leaf = null;
        @Nullable BinaryDocValues tokens = null;
        for (VectorKey key : inOrder) {
            int document = Objects.requireNonNull(documents.get(key), "not stored");
            LeafReaderContext holding = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
            if (tokens == null || holding != leaf) {
                leaf = holding;
                tokens = DocValues.getBinary(leaf.reader(), TOKENS);
            }
            if (!tokens.advanceExact(document - holding.docBase)) {
                throw new CorruptIndexException(
                        "A text has no tokens.", reader.directory().toString());
            }
            BytesRef bytes = tokens.binaryValue();
            visitor.text(key, bytes.bytes, bytes.offset, bytes.length);
        }
    }

    /// What is being read is read to its end.
    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
