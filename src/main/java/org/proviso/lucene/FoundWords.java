package org.proviso.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.proviso.retrieval.SearchIndex.WordMatch;

/// Which words of a query some documents hold, and where. Each word is looked up once in each field, not once for each
/// document.
final class FoundWords {

    private final List<QueryWord> words;
    private final Map<Integer, BitSet> positions = new HashMap<>();
    private final Map<Integer, TreeSet<String>> fields = new HashMap<>();

    private FoundWords(List<QueryWord> words) {
        this.words = words;
    }

    /// @param documents ascending, each once
    static FoundWords in(int[] documents, List<QueryWord> words, IndexReader reader) throws IOException {
        FoundWords found = new FoundWords(words);
        for (LeafReaderContext leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int[] held = Arrays.stream(documents)
                    .filter(document -> document >= leaf.docBase && document < end)
                    .toArray();
            for (int word = 0; word < words.size() && held.length > 0; word++) {
                for (String field : ClauseSchema.searchedFields()) {
                    for (String spelling : words.get(word).spellings()) {
                        found.add(word, new Term(field, spelling), held, leaf);
                    }
                }
            }
        }
        return found;
    }

    private void add(int word, Term term, int[] documents, LeafReaderContext leaf) throws IOException {
        PostingsEnum holding = leaf.reader().postings(term, PostingsEnum.NONE);
        if (holding == null) {
            return;
        }
        for (int document : documents) {
            int inLeaf = document - leaf.docBase;
            int at = holding.docID() < inLeaf ? holding.advance(inLeaf) : holding.docID();
            if (at == inLeaf) {
                positions.computeIfAbsent(document, _ -> new BitSet()).set(word);
                fields.computeIfAbsent(document, _ -> new TreeSet<>()).add(term.field());
            } else if (at == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
        }
    }

    /// What one of the documents holds.
    WordMatch of(int document) {
        BitSet held = positions.get(document);
        if (held == null) {
            return WordMatch.NONE;
        }
        List<String> terms =
                held.stream().mapToObj(words::get).map(QueryWord::written).toList();
        return new WordMatch(List.copyOf(fields.getOrDefault(document, new TreeSet<>())), terms);
    }
}
