package org.proviso.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/// What a Lucene commit says of itself; an index is used only if that is what is expected, and every byte is sound.
final class CommitRecord {

    private CommitRecord() {}

    /// Opens the last commit if its user data equals `expected`.
    ///
    /// @throws IOException if there is no complete commit, it is damaged, or records something else
    static DirectoryReader open(Directory directory, Map<String, String> expected) throws IOException {
        DirectoryReader reader = reader(directory);
        try {
            Map<String, String> found = reader.getIndexCommit().getUserData();
            if (!found.equals(expected)) {
                throw new IOException("The index records " + found + ", not " + expected + ".");
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static DirectoryReader reader(Directory directory) throws IOException {
        try {
            return DirectoryReader.open(directory);
        } catch (RuntimeException e) {
            // Lucene names a codec it does not know, and some kinds of damage, by unchecked exceptions.
            throw new CorruptIndexException("The index cannot be opened.", directory.toString(), e);
        }
    }
}
