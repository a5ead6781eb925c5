package org.proviso.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.proviso.retrieval.TokenProjection;

/// The tokens of texts on disk by [VectorKey], as a [TokenProjection] maps them, in a Lucene index; every batch is one
/// commit.
final class TokenStore {

    /// Raised with every change to what is written here or to what is embedded.
    private static final String VERSION = "1";

    private static final String KEY = "key";

    private final Directory directory;
    private final ClauseSchema schema;
    private final Map<String, String> record;
    private final Set<VectorKey> unwanted = new HashSet<>();
    private boolean sound;

    TokenStore(Directory directory, ClauseSchema schema, String modelId, TokenProjection projection) {
        this.directory = directory;
        this.schema = schema;
        this.record = Map.of("schema", VERSION, "model", modelId, "projection", projection.digest());
    }

    /// Opens what is stored under `wanted` keys.
    ///
    /// @throws IOException if there is no store, or of another model or projection, or it is damaged; the
    ///     next batch replaces it
    StoredTokens open(Set<VectorKey> wanted) throws IOException {
        DirectoryReader reader = CommitRecord.open(directory, record);
        try {
            StoredTokens stored = StoredTokens.of(reader);
            unwanted.clear();
            stored.keys().stream().filter(key -> !wanted.contains(key)).forEach(unwanted::add);
            sound = true;
            return stored;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /// Adds tokens in one commit; those of other libraries, which `open` did not want, go with it.
    void append(Map<VectorKey, byte[]> tokens) throws IOException {
        if (!sound) {
            IndexFolder.wipe(directory);
        }
        try (IndexWriter writer =
                new IndexWriter(directory, schema.writerConfig().setOpenMode(OpenMode.CREATE_OR_APPEND))) {
            for (VectorKey key : unwanted) {
                writer.deleteDocuments(new Term(KEY, key.bytes()));
            }
            for (Map.Entry<VectorKey, byte[]> text : tokens.entrySet()) {
                Document document = new Document();
                BytesRef key = text.getKey().bytes();
                document.add(new StringField(KEY, key, Field.Store.NO));
                document.add(new BinaryDocValuesField(StoredTokens.KEY, key));
                document.add(new BinaryDocValuesField(StoredTokens.TOKENS, new BytesRef(text.getValue())));
                writer.updateDocument(new Term(KEY, key), document);
            }
            writer.setLiveCommitData(record.entrySet());
            writer.commit();
        }
        sound = true;
        unwanted.clear();
    }
}
