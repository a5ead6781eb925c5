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
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
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

/// The vectors on disk by [VectorKey], in a Lucene index; every batch is one commit.
final class VectorStore {

    /// Raised with every change to what is written here or to what is embedded.
    private static final String VERSION = "1";

    private static final String KEY = "key";
    private static final String VECTOR = "vector";

    private final Directory directory;
    private final ClauseSchema schema;
    private final Map<String, String> record;
    private final Set<String> unwanted = new HashSet<>();
    private boolean sound;

    VectorStore(Directory directory, ClauseSchema schema, String modelId, int dimensions) {
        this.directory = directory;
        this.schema = schema;
        this.record = Map.of("schema", VERSION, "model", modelId, "dimensions", Integer.toString(dimensions));
    }

    /// The stored vectors of `wanted` keys.
    ///
    /// @throws IOException if there is no store, or of another model, or it is damaged; the next batch replaces it
    Map<String, float[]> load(Set<String> wanted) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        Set<String> others = new HashSet<>();
        try (DirectoryReader reader = CommitRecord.open(directory, record)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                load(leaf.reader(), wanted, vectors, others);
            }
        }
        unwanted.addAll(others);
        sound = true;
        return vectors;
    }

    private static void load(LeafReader leaf, Set<String> wanted, Map<String, float[]> vectors, Set<String> others)
            throws IOException {
        FloatVectorValues values = leaf.getFloatVectorValues(VECTOR);
        if (values == null) {
            return;
        }
        // Once for all documents, so that a block of keys that stand together is unpacked once.
        StoredFields keys = leaf.storedFields();
        Bits live = leaf.getLiveDocs();
        DocIndexIterator documents = values.iterator();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(documents.docID())) {
                String key = keys.document(documents.docID()).get(KEY);
                if (wanted.contains(key)) {
                    vectors.put(key, values.vectorValue(documents.index()).clone());
                } else {
                    others.add(key);
                }
            }
        }
    }

    /// Adds vectors in one commit; those of other libraries, which `load` did not want, go with it.
    void append(Map<String, float[]> vectors) throws IOException {
        if (!sound) {
            IndexFolder.wipe(directory);
        }
        try (IndexWriter writer = new IndexWriter(
                directory, schema.writerConfig().setCodec(new FlatVectors()).setOpenMode(OpenMode.CREATE_OR_APPEND))) {
            for (String key : unwanted) {
                writer.deleteDocuments(new Term(KEY, key));
            }
            for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
                Document document = new Document();
                document.add(new StringField(KEY, vector.getKey(), Field.Store.YES));
                document.add(new KnnFloatVectorField(VECTOR, vector.getValue(), VectorSimilarityFunction.DOT_PRODUCT));
                writer.updateDocument(new Term(KEY, vector.getKey()), document);
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
