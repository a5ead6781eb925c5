package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.SearchIndex.WordMatch;

/// The words and filters of one snapshot, in one commit that never changes.
final class WordIndex implements Closeable {

    private static final Sort BY_SCORE_THEN_ID =
            new Sort(SortField.FIELD_SCORE, new SortField(ClauseSchema.ORDINAL, SortField.Type.LONG));

    private final ClauseSchema schema;
    private final Ordinals ordinals;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final int[] documents;

    private WordIndex(ClauseSchema schema, Ordinals ordinals, DirectoryReader reader) throws IOException {
        this.schema = schema;
        this.ordinals = ordinals;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(schema.similarity());
        this.documents = documents();
    }

    /// Opens the index of a snapshot.
    ///
    /// @throws IOException if there is none, or not of this snapshot and schema, or it is damaged
    static WordIndex open(Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals)
            throws IOException {
        DirectoryReader reader = CommitRecord.open(directory, record(snapshot));
        try {
            return new WordIndex(schema, ordinals, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /// Replaces whatever the directory holds, in one commit.
    static void build(Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals)
            throws IOException {
        try (IndexWriter writer =
                new IndexWriter(directory, schema.writerConfig().setOpenMode(OpenMode.CREATE))) {
            for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
                writer.addDocument(schema.document(ordinal, ordinals.clauses().get(ordinal), snapshot));
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(record(snapshot).entrySet());
            writer.commit();
        }
    }

    private static Map<String, String> record(LibrarySnapshot snapshot) {
        return Map.of("schema", ClauseSchema.VERSION, "root", snapshot.root().hex());
    }

    /// The names of the files that it consists of.
    Collection<String> files() throws IOException {
        return reader.getIndexCommit().getFileNames();
    }

    List<Hit> search(List<QueryWord> words, ClauseFilter filter, int k) {
        return reading(() -> {
            // No total hits threshold: every match is scored, none skipped, so that the order is total.
            TopFieldCollectorManager best = new TopFieldCollectorManager(BY_SCORE_THEN_ID, k, null, Integer.MAX_VALUE);
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(schema.ranking(words, filter, ordinals), best).scoreDocs) {
                Object[] keys = ((FieldDoc) found).fields;
                hits.add(new Hit(ordinals.id(Math.toIntExact((Long) keys[1])), (Float) keys[0]));
            }
            return hits;
        });
    }

    /// The ordinals of the clauses that a filter accepts.
    FixedBitSet accepted(ClauseFilter filter) {
        return reading(() -> {
            FixedBitSet accepted = new FixedBitSet(Math.max(1, ordinals.size()));
            Weight weight = weight(new ConstantScoreQuery(schema.filtering(filter, ordinals)));
            for (LeafReaderContext leaf : reader.leaves()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer != null) {
                    NumericDocValues ordinal = DocValues.getNumeric(leaf.reader(), ClauseSchema.ORDINAL);
                    DocIdSetIterator matching = scorer.iterator();
                    while (matching.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        ordinal.advanceExact(matching.docID());
                        accepted.set((int) ordinal.longValue());
                    }
                }
            }
            return accepted;
        });
    }

    /// The score of each of `clauses` that holds one of `words`.
    Map<ClauseVersionId, Double> scores(List<QueryWord> words, Collection<ClauseVersionId> clauses) {
        return reading(() -> {
            List<ClauseVersionId> inIndexOrder = clauses.stream()
                    .sorted(Comparator.comparingInt(this::document))
                    .toList();
            Query query = searcher.rewrite(schema.anyWord(words));
            Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE, 1f);
            Map<ClauseVersionId, Double> scores = new HashMap<>();
            @Nullable LeafReaderContext leaf = null;
            @Nullable Scorer scorer = null;
            for (ClauseVersionId clause : inIndexOrder) {
                int document = document(clause);
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

    private int document(ClauseVersionId clause) {
        return documents[ordinals.of(clause)];
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
            Weight weight = weight(schema.naming(words));
            Map<ClauseVersionId, WordMatch> found = new HashMap<>();
            for (ClauseVersionId clause : clauses) {
                int document = document(clause);
                LeafReaderContext leaf = leaf(document);
                found.put(clause, wordMatch(words, weight.matches(leaf, document - leaf.docBase)));
            }
            return found;
        });
    }

    private static WordMatch wordMatch(List<QueryWord> words, @Nullable Matches matches) {
        if (matches == null) {
            return WordMatch.NONE;
        }
        NavigableSet<String> fields = new TreeSet<>();
        matches.forEach(fields::add);
        Set<String> named = NamedMatches.findNamedMatches(matches).stream()
                .map(NamedMatches::getName)
                .collect(Collectors.toSet());
        List<String> terms =
                words.stream().map(QueryWord::written).filter(named::contains).toList();
        return new WordMatch(List.copyOf(fields), terms);
    }

    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    }

    /// The Lucene document of every ordinal.
    private int[] documents() throws IOException {
        int[] found = new int[ordinals.size()];
        Arrays.fill(found, -1);
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues ordinal = DocValues.getNumeric(leaf.reader(), ClauseSchema.ORDINAL);
            while (ordinal.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                found[(int) ordinal.longValue()] = leaf.docBase + ordinal.docID();
            }
        }
        if (reader.numDocs() != found.length || Arrays.stream(found).anyMatch(document -> document < 0)) {
            throw new CorruptIndexException(
                    "Not one document for each clause.", reader.directory().toString());
        }
        return found;
    }

    private <T> T reading(Reading<T> reading) {
        if (!reader.tryIncRef()) {
            throw new IllegalStateException("The search index is closed. Maybe the library was reloaded.");
        }
        try {
            return reading.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            reader.decRef();
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
}
