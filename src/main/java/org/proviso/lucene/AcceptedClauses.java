package org.proviso.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.proviso.clause.ClauseVersionId;
import org.proviso.retrieval.ClauseFilter;

/// What filters accept of an index that never changes, as sets of ordinals. The filters asked for last are remembered:
/// a day's searches have few.
final class AcceptedClauses {

    /// Each costs a bit a clause.
    private static final int REMEMBERED = 32;

    private final IndexSearcher searcher;
    private final ClauseSchema schema;
    private final Ordinals ordinals;
    private final Remembered<ClauseFilter, FixedBitSet> remembered = new Remembered<>(REMEMBERED);

    /// @param searcher of documents in the order of ordinals
    AcceptedClauses(IndexSearcher searcher, ClauseSchema schema, Ordinals ordinals) {
        this.searcher = searcher;
        this.schema = schema;
        this.ordinals = ordinals;
    }

    /// The ordinals of the clauses that a filter accepts; not to be changed.
    FixedBitSet of(ClauseFilter filter) throws IOException {
        ClauseFilter properties = new ClauseFilter(
                filter.asOf(), filter.jurisdiction(), filter.contractType(), filter.position(), filter.category());
        FixedBitSet accepted = remembered.of(properties, this::compute);
        if (filter.among() == null) {
            return accepted;
        }
        FixedBitSet among = new FixedBitSet(accepted.length());
        for (ClauseVersionId clause : filter.among()) {
            ordinals.find(clause).ifPresent(among::set);
        }
        among.and(accepted);
        return among;
    }

    private FixedBitSet compute(ClauseFilter filter) throws IOException {
        FixedBitSet accepted = new FixedBitSet(Math.max(1, ordinals.size()));
        Query query = searcher.rewrite(new ConstantScoreQuery(schema.filtering(filter)));
        Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1f);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                DocIdSetIterator matching = scorer.iterator();
                matching.nextDoc();
                matching.intoBitSet(leaf.reader().maxDoc(), accepted, -leaf.docBase);
            }
        }
        return accepted;
    }
}
