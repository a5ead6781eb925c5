package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.SearchIndex.WordMatch;

/// The words and filters of one snapshot, in one commit that never changes.
final class WordIndex implements Closeable {

    /// Below this another thread costs more than it saves.
    private static final int LEAST_FOR_A_THREAD = 20_000;

    private final ClauseSchema schema;
    private final Ordinals ordinals;
    private final DirectoryReader reader;
    private final List<Part> parts;
    private final IndexSearcher searcher;
    private final AcceptedClauses accepted;
    private final Spelling spelling;

    private WordIndex(ClauseSchema schema, Ordinals ordinals, DirectoryReader reader, int leastForAThread)
            throws IOException {
        this.schema = schema;
        this.ordinals = ordinals;
        this.reader = reader;
        this.parts = reader.leaves().stream()
                .flatMap(segment -> Part.of(segment, leastForAThread).stream())
                .toList();
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(schema.similarity());
        this.accepted = new AcceptedClauses(searcher, schema, ordinals);
        this.spelling = new Spelling(reader);
        requireDocumentsInOrder();
    }

    /// Opens the index of a snapshot.
    ///
    /// @throws IOException if there is none, or not of this snapshot and schema, or it is damaged
    static WordIndex open(Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals)
            throws IOException {
        return open(directory, schema, snapshot, ordinals, LEAST_FOR_A_THREAD);
    }

    /// @param leastForAThread how many documents make it worth while to search with another thread
    static WordIndex open(
            Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals, int leastForAThread)
            throws IOException {
        DirectoryReader reader = CommitRecord.open(directory, record(snapshot));
        try {
            return new WordIndex(schema, ordinals, reader, leastForAThread);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /// Replaces whatever the directory holds, in one commit.
    static void build(Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals)
            throws IOException {
        // Merges neighbours only: documents stay in the order of ordinals.
        IndexWriterConfig config =
                schema.writerConfig().setOpenMode(OpenMode.CREATE).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
                writer.addDocument(schema.document(ordinal, ordinals.clauses().get(ordinal), snapshot));
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(record(snapshot).entrySet());
            writer.commit();
        }
    }

    static Map<String, String> record(LibrarySnapshot snapshot) {
        return Map.of("schema", ClauseSchema.VERSION, "root", snapshot.root().hex());
    }

    /// The names of the files that it consists of.
    Collection<String> files() throws IOException {
        return reader.getIndexCommit().getFileNames();
    }

    /// The best `k` of what the filter accepts. Documents that cannot be among them are passed over unscored; equal
    /// scores are in the order of documents, which is that of ordinals.
    List<Hit> search(List<QueryWord> words, ClauseFilter filter, int k) {
        return reading(() -> {
            FixedBitSet candidates = accepted.of(filter);
            TopScoreDocCollectorManager best = new TopScoreDocCollectorManager(k, k);
            Query query = searcher.rewrite(schema.anyWord(spelling.corrected(words)));
            Weight weight = searcher.createWeight(query, best.newCollector().scoreMode(), 1f);
            // What one part has found good enough, the others know of.
            List<TopScoreDocCollector> found = parts.parallelStream()
                    .map(part -> part.best(weight, candidates, best.newCollector()))
                    .toList();
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc document : best.reduce(found).scoreDocs) {
                hits.add(new Hit(ordinals.id(document.doc), document.score));
            }
            return hits;
        });
    }

    /// The ordinals of the clauses that a filter accepts; not to be changed.
    FixedBitSet accepted(ClauseFilter filter) {
        return reading(() -> accepted.of(filter));
    }

    /// The score of each of `clauses` that holds one of `words`.
    Map<ClauseVersionId, Double> scores(List<QueryWord> words, Collection<ClauseVersionId> clauses) {
        return reading(() -> {
            List<ClauseVersionId> inIndexOrder = clauses.stream()
                    .sorted(Comparator.comparingInt(ordinals::of))
                    .toList();
            Query query = searcher.rewrite(schema.anyWord(spelling.corrected(words)));
            Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE, 1f);
            Map<ClauseVersionId, Double> scores = new HashMap<>();
            @Nullable LeafReaderContext leaf = null;
            @Nullable Scorer scorer = null;
            for (ClauseVersionId clause : inIndexOrder) {
                int document = ordinals.of(clause);
                LeafReaderContext holding = leaf(document);
                if (holding != leaf) {
                    leaf = holding;
                    scorer = weight.scorer(leaf);
                }
                if (scorer != null && isAt(document - holding.docBase, scorer.iterator())) {
                    scores.put(clause, (double) scorer.score());
                }
            }
            return scores;
        });
    }

    private LeafReaderContext leaf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }

    private static boolean isAt(int document, DocIdSetIterator matching) throws IOException {
        int at = matching.docID();
        return (at < document ? matching.advance(document) : at) == document;
    }

    /// Where each of `clauses` holds which of `words`.
    Map<ClauseVersionId, WordMatch> matches(List<QueryWord> words, Collection<ClauseVersionId> clauses) {
        return reading(() -> {
            int[] documents =
                    clauses.stream().mapToInt(ordinals::of).sorted().distinct().toArray();
            FoundWords found = FoundWords.in(documents, words, reader);
            Map<ClauseVersionId, WordMatch> matches = new HashMap<>();
            clauses.forEach(clause -> matches.put(clause, found.of(ordinals.of(clause))));
            return matches;
        });
    }

    private void requireDocumentsInOrder() throws IOException {
        boolean inOrder = reader.numDocs() == ordinals.size() && reader.maxDoc() == ordinals.size();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues ordinal = DocValues.getNumeric(leaf.reader(), ClauseSchema.ORDINAL);
            while (ordinal.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                inOrder &= ordinal.longValue() == leaf.docBase + ordinal.docID();
            }
        }
        if (!inOrder) {
            throw new CorruptIndexException(
                    "Not one document for each clause, in their order.",
                    reader.directory().toString());
        }
    }

    private <T> T reading(Reading<T> reading) {
        try (Hold _ = new Hold(reader)) {
            return reading.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    /// The documents that one thread looks through.
    ///
    /// @param from the first one in its segment
    /// @param until the one after the last
    private record Part(LeafReaderContext segment, int from, int until) {

        static List<Part> of(LeafReaderContext segment, int leastForAThread) {
            int length = segment.reader().maxDoc();
            int parts =
                    Math.clamp(length / leastForAThread, 1, Runtime.getRuntime().availableProcessors());
            return IntStream.range(0, parts)
                    .mapToObj(part -> new Part(segment, border(length, part, parts), border(length, part + 1, parts)))
                    .toList();
        }

        private static int border(int length, int part, int parts) {
            return (int) ((long) length * part / parts);
        }

        TopScoreDocCollector best(Weight weight, FixedBitSet candidates, TopScoreDocCollector best) {
            best.setWeight(weight);
            try {
                BulkScorer scorer = weight.bulkScorer(segment);
                if (scorer != null) {
                    Bits among = new InSegment(
                            candidates, segment.docBase, segment.reader().maxDoc());
                    scorer.score(best.getLeafCollector(segment), among, from, until);
                }
                return best;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The documents of one segment in a set of all.
    private record InSegment(FixedBitSet all, int from, int length) implements Bits {

        @Override
        public boolean get(int document) {
            return all.get(from + document);
        }
    }
}
