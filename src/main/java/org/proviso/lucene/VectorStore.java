package org.proviso.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// The vectors on disk by [VectorKey], 8 bits a value, in a Lucene index; every batch is one commit.
final class VectorStore {

    /// Raised with every change to what is written here or to what is embedded.
    private static final String VERSION = "2";

    private static final String KEY = "key";
    private static final String VECTOR = "vector";

    private final Directory directory;
    private final ClauseSchema schema;
    private final Map<String, String> record;
    private final Set<VectorKey> unwanted = new HashSet<>();
    private boolean sound;

    VectorStore(Directory directory, ClauseSchema schema, String modelId, int dimensions) {
        this.directory = directory;
        this.schema = schema;
        this.record = Map.of("schema", VERSION, "model", modelId, "dimensions", Integer.toString(dimensions));
    }

    /// The stored vectors of `wanted` keys.
    ///
    /// @throws IOException if there is no store, or of another model, or it is damaged; the next batch replaces it
    Map<VectorKey, QuantizedVector> load(Set<VectorKey> wanted) throws IOException {
        Map<VectorKey, QuantizedVector> vectors = new HashMap<>();
        Set<VectorKey> others = new HashSet<>();
        try (DirectoryReader reader = CommitRecord.open(directory, record)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                load(leaf.reader(), wanted, vectors, others);
            }
        }
        unwanted.addAll(others);
        sound = true;
        return vectors;
    }

    private static void load(
            LeafReader leaf, Set<VectorKey> wanted, Map<VectorKey, QuantizedVector> vectors, Set<VectorKey> others)
            throws IOException {
        ByteVectorValues values = leaf.getByteVectorValues(VECTOR);
        if (values == null) {
            return;
        }
        // Once for all documents, so that a block of keys that stand together is unpacked once.
        StoredFields keys = leaf.storedFields();
        Bits live = leaf.getLiveDocs();
        DocIndexIterator documents = values.iterator();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(documents.docID())) {
                VectorKey key = VectorKey.of(keys.document(documents.docID()).getBinaryValue(KEY));
                if (wanted.contains(key)) {
                    vectors.put(key, QuantizedVector.of(values.vectorValue(documents.index())));
                } else {
                    others.add(key);
                }
            }
        }
    }

    /// Adds vectors in one commit; those of other libraries, which `load` did not want, go with it.
    void append(Map<VectorKey, QuantizedVector> vectors) throws IOException {
        if (!sound) {
            IndexFolder.wipe(directory);
        }
        try (IndexWriter writer = new IndexWriter(
                directory, schema.writerConfig().setCodec(new FlatVectors()).setOpenMode(OpenMode.CREATE_OR_APPEND))) {
            for (VectorKey key : unwanted) {
                writer.deleteDocuments(new Term(KEY, key.bytes()));
            }
            for (Map.Entry<VectorKey, QuantizedVector> vector : vectors.entrySet()) {
                Document document = new Document();
                BytesRef key = vector.getKey().bytes();
                byte[] values = vector.getValue().values();
                document.add(new StringField(KEY, key, Field.Store.YES));
                document.add(new KnnByteVectorField(VECTOR, values, VectorSimilarityFunction.DOT_PRODUCT));
                writer.updateDocument(new Term(KEY, key), document);
            }
            writer.setLiveCommitData(record.entrySet());
            writer.commit();
        }
        sound = true;
        unwanted.clear();
    }

    /// Vectors without a graph, for they are read, never searched, on disk.
    private static final class FlatVectors extends Lucene104Codec {

        private static final KnnVectorsFormat FORMAT = new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                Integer.MAX_VALUE);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return FORMAT;
        }
    }
}
