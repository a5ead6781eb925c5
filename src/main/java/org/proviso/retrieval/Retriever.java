package org.proviso.retrieval;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.MaxSim.Nearest;
import org.proviso.retrieval.SearchIndex.Hit;
import org.proviso.retrieval.SearchIndex.WordMatch;
import org.proviso.retrieval.SearchIndex.WordMatches;

/// Ranks clauses for a question: by words (BM25) and by meaning (vectors), fused by standard scores, and the best of
/// these once more with late interaction, where the index keeps the vectors of tokens.
///
/// While vectors are missing, or if the embedder does not work, it ranks by words alone; while those of tokens are,
/// without late interaction. The first n results do not depend on how many more were asked for.
public final class Retriever {

    /// How many of the best by words, and by meaning, take part in the fusion; no less than the highest limit.
    public static final int CANDIDATES_PER_SIDE = ClauseQuery.MAX_LIMIT;

    /// How many of the best are ranked once more, with late interaction; no less than the highest limit.
    static final int RERANKED = ClauseQuery.MAX_LIMIT;

    /// Of how many of the first the passage is looked for: finding it in the text takes longer than ranking it.
    static final int PASSAGES = 10;

    private static final float[] NONE = {};

    private static final Logger LOG = System.getLogger(Retriever.class.getName());

    private final LibrarySnapshot snapshot;
    private final SearchIndex index;
    private final Embedder embedder;
    private final LateScores late;
    private final AtomicBoolean warned = new AtomicBoolean();

    /// @param index of this very snapshot
    /// @param embedder of the model whose vectors the index holds; not used before they are all there
    public Retriever(LibrarySnapshot snapshot, SearchIndex index, Embedder embedder) {
        this(snapshot, index, embedder, index);
    }

    private Retriever(LibrarySnapshot snapshot, SearchIndex index, Embedder embedder, LateScores late) {
        if (!index.progress().root().equals(snapshot.root())) {
            throw new IllegalArgumentException("The index holds the library "
                    + index.progress().root() + ", not " + snapshot.root() + "; open it for this snapshot.");
        }
        this.snapshot = snapshot;
        this.index = index;
        this.embedder = embedder;
        this.late = late;
    }

    /// The same, but with other scores of late interaction than the index has.
    public Retriever with(LateScores other) {
        return new Retriever(snapshot, index, embedder, other);
    }

    /// The clauses that fit best, best first; equal scores by clause version id. Without vectors it is empty if no
    /// clause holds a word of the query, or one that stands for it; with them it ranks whatever the filter lets
    /// through, and the reasons tell how well it fits.
    public List<RankedClause> search(ClauseQuery query) {
        // Beside the embedding and the search by meaning, which take about as long.
        CompletableFuture<List<Hit>> words = CompletableFuture.supplyAsync(
                () -> index.byWords(query.text(), query.filter(), CANDIDATES_PER_SIDE), Thread::startVirtualThread);
        Embedding embedding = embedding(query.text()).orElse(null);
        float @Nullable [] vector = embedding == null ? null : embedding.vector();
        List<Hit> byVector = vector == null ? List.of() : index.byVector(vector, query.filter(), CANDIDATES_PER_SIDE);
        List<Hit> byWords = joined(words);
        List<Hit> ranked = byWords;
        if (vector != null) {
            Map<ClauseVersionId, Double> lexical = scores(byWords);
            Map<ClauseVersionId, Double> dense = scores(byVector);
            Set<ClauseVersionId> candidates = new HashSet<>(lexical.keySet());
            candidates.addAll(dense.keySet());
            lexical.putAll(index.wordScores(query.text(), without(lexical, candidates)));
            dense.putAll(index.vectorScores(vector, without(dense, candidates)));
            ranked = StandardScoreFusion.fuse(candidates, lexical, dense);
        }
        Map<ClauseVersionId, Double> lateScores = Map.of();
        float[] tokens = embedding == null ? NONE : embedding.tokens();
        if (tokens.length > 0) {
            List<Hit> first = ranked.stream().limit(RERANKED).toList();
            lateScores = late.lateScores(tokens, first.stream().map(Hit::clause).toList());
            ranked = StandardScoreFusion.rerank(first, lateScores);
        }
        List<Hit> best = ranked.stream().limit(query.limit()).toList();

        List<ClauseVersionId> ids = best.stream().map(Hit::clause).toList();
        Map<ClauseVersionId, Double> cosines = vector == null ? Map.of() : index.cosines(vector, ids);
        Map<ClauseVersionId, List<Nearest>> nearest = lateScores.isEmpty() || !index.keepsTokens()
                ? Map.of()
                : index.nearestTokens(tokens, ids.stream().limit(PASSAGES).toList());
        Map<ClauseVersionId, Double> byTokens = lateScores;
        WordMatches matches = index.matches(query.text(), ids);
        Map<ClauseVersionId, Integer> lexicalRanks = ranks(byWords);
        Map<ClauseVersionId, Integer> denseRanks = ranks(byVector);
        return best.stream()
                .map(hit -> {
                    ClauseVersionId id = hit.clause();
                    WordMatch match = matches.byClause().getOrDefault(id, WordMatch.NONE);
                    Integer lexicalRank = lexicalRanks.get(id);
                    Reasons reasons = new Reasons(
                            lexicalRank,
                            scoreAt(lexicalRank, byWords),
                            denseRanks.get(id),
                            cosines.get(id),
                            byTokens.get(id),
                            passage(id, nearest),
                            match.fields(),
                            match.terms(),
                            matches.queryTermCount());
                    return new RankedClause(clause(id), hit.score(), reasons);
                })
                .toList();
    }

    /// The result, or the exception that the other thread threw.
    private static <T> T joined(CompletableFuture<T> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static List<ClauseVersionId> without(Map<ClauseVersionId, Double> known, Set<ClauseVersionId> candidates) {
        return candidates.stream().filter(clause -> !known.containsKey(clause)).toList();
    }

    private static Map<ClauseVersionId, Double> scores(List<Hit> hits) {
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.clause(), hit.score()));
        return scores;
    }

    private Optional<Embedding> embedding(String text) {
        if (!index.progress().ready()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    late.lateReady()
                            ? embedder.embedWithTokens(List.of(text)).getFirst()
                            : new Embedding(embedder.embed(text), NONE));
        } catch (EmbedderUnavailableException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "event=search.words-only model=" + embedder.modelId(), e);
            }
            return Optional.empty();
        }
    }

    private @Nullable String passage(ClauseVersionId id, Map<ClauseVersionId, List<Nearest>> nearest) {
        List<Nearest> its = nearest.get(id);
        if (its == null) {
            return null;
        }
        String text = ClauseProse.embedded(clause(id));
        return Passage.of(text, embedder.tokenPlaces(text), its);
    }

    private ClauseVersion clause(ClauseVersionId id) {
        return snapshot.clause(id)
                .orElseThrow(() -> new IllegalStateException("The index returned " + id + ", not in the library."));
    }

    private static @Nullable Double scoreAt(@Nullable Integer rank, List<Hit> hits) {
        return rank == null ? null : hits.get(rank - 1).score();
    }

    private static Map<ClauseVersionId, Integer> ranks(List<Hit> hits) {
        Map<ClauseVersionId, Integer> ranks = new HashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            ranks.put(hits.get(i).clause(), i + 1);
        }
        return ranks;
    }
}
