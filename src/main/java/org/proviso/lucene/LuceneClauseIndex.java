package org.proviso.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.Root;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.TokenProjection;

/// The search index of one library snapshot in a folder that outlives the process.
public final class LuceneClauseIndex implements SearchIndex {

    /// What rounding to floats does to a unit vector is far below it, and a vector that is not one far above.
    private static final double UNIT_TOLERANCE = 1e-3;

    private static final String VECTORS = "vectors";
    private static final Logger LOG = System.getLogger(LuceneClauseIndex.class.getName());

    private final IndexFolder folder;
    private final ClauseSchema schema;
    private final Root root;
    private final String modelId;
    private final Projection projection;
    private final Ordinals ordinals;
    private final OpenedWords words;
    private final VectorTable vectors;
    private final QuestionVectors questions;
    /// Where vectors are kept; null once they can be kept no longer.
    private @Nullable VectorStore store;
    /// Null if no tokens are kept.
    private final @Nullable TokenTable tokens;
    /// How many texts have their tokens.
    private volatile int withTokens;

    private volatile boolean closed;

    private LuceneClauseIndex(
            IndexFolder folder,
            LibrarySnapshot snapshot,
            String modelId,
            Projection projection,
            @Nullable TokenProjection tokenProjection,
            ClauseSchema schema) {
        this.folder = folder;
        this.schema = schema;
        this.root = snapshot.root();
        this.modelId = modelId;
        this.projection = projection;
        this.ordinals = new Ordinals(snapshot);
        this.words = OpenedWords.open(folder, schema, snapshot, ordinals);
        this.vectors = new VectorTable(
                ordinals.clauses().parallelStream().map(VectorKey::of).toList(), projection);
        this.questions = new QuestionVectors(ordinals, snapshot, projection);
        this.store = loadVectors();
        this.tokens =
                tokenProjection == null ? null : new TokenTable(folder, schema, modelId, tokenProjection, allKeys());
        countTokens();
        LOG.log(
                Level.INFO,
                "event=index.open folder=" + folder.path() + " opening=" + words.opening() + " root=" + root
                        + " clauses=" + ordinals.size() + " vectors="
                        + progress().vectors());
    }

    /// Opens the index of a snapshot, reusing what `folder` holds for it and building what is missing; words
    /// are searchable when this returns. [Opening] lists what can come of it.
    ///
    /// The index takes the right to write in the folder until it is closed. While another process has it, or if
    /// the folder cannot be written, nothing is written there. What the folder holds is never a reason to fail.
    ///
    /// @param modelId of the embedder; vectors that another one made are not used
    /// @param projection what was learned for its vectors; the index holds nothing of it
    /// @param thesaurus what is looked for beside the words of a query; the index holds nothing of it
    public static LuceneClauseIndex open(
            Path folder, LibrarySnapshot snapshot, String modelId, Projection projection, Thesaurus thesaurus) {
        return open(folder, snapshot, modelId, projection, null, thesaurus);
    }

    /// The same with the tokens of texts.
    ///
    /// @param tokens what they are mapped by before they are kept; null if none are
    public static LuceneClauseIndex open(
            Path folder,
            LibrarySnapshot snapshot,
            String modelId,
            Projection projection,
            @Nullable TokenProjection tokens,
            Thesaurus thesaurus) {
        if (projection.dimensions() > 1024) {
            throw new IllegalArgumentException(
                    "Vectors of " + projection.dimensions() + " dimensions cannot be kept: 1 to 1024.");
        }
        if (tokens != null && tokens.from() != projection.dimensions()) {
            throw new IllegalArgumentException("Tokens of " + tokens.from() + " dimensions are not of the model with "
                    + projection.dimensions() + ".");
        }
        return open(IndexFolder.claim(folder), snapshot, modelId, projection, tokens, new ClauseSchema(thesaurus));
    }

    private static LuceneClauseIndex open(
            IndexFolder folder,
            LibrarySnapshot snapshot,
            String modelId,
            Projection projection,
            @Nullable TokenProjection tokens,
            ClauseSchema schema) {
        try {
            return new LuceneClauseIndex(folder, snapshot, modelId, projection, tokens, schema);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /// The index of the next snapshot in the same folder. This one hands over the right to write and goes on
    /// answering from what it has until it is closed; vectors of unchanged clauses are taken over, from the
    /// folder or from memory. If the next one cannot be opened, this one keeps the right to write.
    public LuceneClauseIndex succeededBy(LibrarySnapshot next) {
        VectorStore kept;
        boolean keptTokens;
        IndexFolder shared;
        synchronized (this) {
            requireOpen();
            kept = store;
            store = null;
            keptTokens = tokens != null && tokens.handOver();
            shared = folder.share();
        }
        try {
            LuceneClauseIndex successor =
                    open(shared, next, modelId, projection, tokens == null ? null : tokens.projection(), schema);
            try {
                successor.inherit(this);
            } catch (RuntimeException | Error e) {
                successor.close();
                throw e;
            }
            return successor;
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                store = closed ? null : kept;
                if (tokens != null && !closed) {
                    tokens.takeBack(keptTokens);
                }
            }
            throw e;
        }
    }

    /// Takes what its predecessor has in memory only, since nothing could be written.
    private synchronized void inherit(LuceneClauseIndex predecessor) {
        Map<VectorKey, QuantizedVector> inherited = new HashMap<>(predecessor.vectors.of(vectors.missingKeys()));
        inherited.putAll(predecessor.questions.vectors().of(questions.vectors().missingKeys()));
        if (tokens != null && predecessor.tokens != null) {
            tokens.put(predecessor.tokens.inMemory(tokens.missing()));
            countTokens();
        }
        keep(inherited);
        put(inherited);
    }

    private void put(Map<VectorKey, QuantizedVector> byKey) {
        vectors.put(byKey);
        questions.vectors().put(byKey);
    }

    public Opening opening() {
        return words.opening();
    }

    @Override
    public List<Hit> byWords(String text, ClauseFilter filter, int k) {
        requireOpen();
        List<QueryWord> query = schema.words(text);
        return query.isEmpty() ? List.of() : words.index().search(query, filter, k);
    }

    @Override
    public Map<ClauseVersionId, Double> wordScores(String text, Collection<ClauseVersionId> clauses) {
        requireOpen();
        List<QueryWord> query = schema.words(text);
        return query.isEmpty() ? Map.of() : words.index().scores(query, clauses);
    }

    @Override
    public List<Hit> byVector(float[] vector, ClauseFilter filter, int k) {
        requireOpen();
        requireVector(vector, "the query");
        MappedQuery query = MappedQuery.of(vector, projection);
        return vectors.nearest(query, words.index().accepted(filter), k, questions.scoring(query), ordinals::id);
    }

    @Override
    public Map<ClauseVersionId, Double> vectorScores(float[] vector, Collection<ClauseVersionId> clauses) {
        requireOpen();
        requireVector(vector, "the query");
        MappedQuery query = MappedQuery.of(vector, projection);
        VectorTable.Scoring scoring = questions.scoring(query);
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (ClauseVersionId clause : clauses) {
            int ordinal = ordinals.of(clause);
            Double cosine = vectors.cosine(query, ordinal);
            if (cosine != null) {
                scores.put(clause, scoring.of(ordinal, cosine));
            }
        }
        return scores;
    }

    @Override
    public Map<ClauseVersionId, Double> cosines(float[] vector, Collection<ClauseVersionId> clauses) {
        requireOpen();
        requireVector(vector, "the query");
        QuantizedVector query = QuantizedVector.of(vector);
        return withVector(clauses, query::cosine);
    }

    @Override
    public Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses) {
        requireOpen();
        return withVector(clauses, QuantizedVector::unit);
    }

    /// What becomes of the vector of each of `clauses` that has one.
    private <T> Map<ClauseVersionId, T> withVector(
            Collection<ClauseVersionId> clauses, Function<QuantizedVector, T> made) {
        Map<ClauseVersionId, T> found = new HashMap<>();
        for (ClauseVersionId clause : clauses) {
            QuantizedVector its = vectors.of(ordinals.of(clause));
            if (its != null) {
                found.put(clause, made.apply(its));
            }
        }
        return found;
    }

    @Override
    public WordMatches matches(String text, Collection<ClauseVersionId> clauses) {
        requireOpen();
        List<QueryWord> content =
                schema.words(text).stream().filter(QueryWord::content).toList();
        return new WordMatches(content.size(), words.index().matches(content, clauses));
    }

    @Override
    public List<ClauseVersionId> withoutVector() {
        requireOpen();
        Set<Integer> missing = new HashSet<>(vectors.missing());
        return IntStream.range(0, ordinals.size())
                .filter(ordinal -> missing.contains(ordinal) || lacksTokens(vectors.key(ordinal)))
                .mapToObj(ordinals::id)
                .toList();
    }

    @Override
    public synchronized void addVectors(Map<ClauseVersionId, float[]> added) {
        requireOpen();
        Map<VectorKey, QuantizedVector> byKey = new HashMap<>();
        added.forEach((clause, vector) -> {
            requireVector(vector, clause.toString());
            byKey.put(vectors.key(ordinals.of(clause)), QuantizedVector.of(vector));
        });
        keep(byKey);
        put(byKey);
    }

    @Override
    public List<String> questionsWithoutVector() {
        requireOpen();
        Set<Integer> missing = new HashSet<>(questions.vectors().missing());
        return questions.missing(number ->
                missing.contains(number) || lacksTokens(questions.vectors().key(number)));
    }

    @Override
    public synchronized void addQuestionVectors(Map<String, float[]> added) {
        requireOpen();
        Map<VectorKey, QuantizedVector> byKey = new HashMap<>();
        added.forEach((question, vector) -> {
            requireVector(vector, "\"" + question + "\"");
            byKey.put(questions.key(question), QuantizedVector.of(vector));
        });
        keep(byKey);
        put(byKey);
    }

    private boolean lacksTokens(VectorKey key) {
        return tokens != null && !tokens.has(key);
    }

    @Override
    public boolean keepsTokens() {
        return tokens != null && !tokens.givenUp();
    }

    @Override
    public synchronized void addTokens(Map<ClauseVersionId, float[]> added) {
        Map<VectorKey, float[]> byKey = new HashMap<>();
        added.forEach((clause, tokens) -> byKey.put(vectors.key(ordinals.of(clause)), tokens));
        putTokens(byKey);
    }

    @Override
    public synchronized void addQuestionTokens(Map<String, float[]> added) {
        Map<VectorKey, float[]> byKey = new HashMap<>();
        added.forEach((question, tokens) -> byKey.put(questions.key(question), tokens));
        putTokens(byKey);
    }

    private void putTokens(Map<VectorKey, float[]> byKey) {
        requireOpen();
        TokenTable its = requireTokens();
        its.put(byKey.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> its.projection().tokens(entry.getValue()))));
        countTokens();
    }

    @Override
    public boolean lateReady() {
        return tokens != null && tokens.complete();
    }

    @Override
    public Map<ClauseVersionId, Double> lateScores(float[] question, Collection<ClauseVersionId> clauses) {
        requireOpen();
        Set<VectorKey> keys = new HashSet<>();
        clauses.forEach(clause -> keys.addAll(texts(clause)));
        Map<VectorKey, Double> byText = requireTokens().scores(question, keys);
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (ClauseVersionId clause : clauses) {
            double greatest = -1;
            for (VectorKey key : texts(clause)) {
                greatest = Math.max(greatest, byText.getOrDefault(key, -1.0));
            }
            scores.put(clause, greatest);
        }
        return scores;
    }

    /// A clause's own text and the questions that it answers.
    private List<VectorKey> texts(ClauseVersionId clause) {
        int ordinal = ordinals.of(clause);
        List<VectorKey> texts = new ArrayList<>(questions.keys(ordinal));
        texts.add(vectors.key(ordinal));
        return texts;
    }

    @Override
    public Map<ClauseVersionId, List<MaxSim.Nearest>> nearestTokens(
            float[] question, Collection<ClauseVersionId> clauses) {
        requireOpen();
        Set<VectorKey> keys = new HashSet<>();
        clauses.forEach(clause -> keys.add(vectors.key(ordinals.of(clause))));
        Map<VectorKey, List<MaxSim.Nearest>> byText = requireTokens().nearest(question, keys);
        Map<ClauseVersionId, List<MaxSim.Nearest>> nearest = new HashMap<>();
        for (ClauseVersionId clause : clauses) {
            List<MaxSim.Nearest> its = byText.get(vectors.key(ordinals.of(clause)));
            if (its != null) {
                nearest.put(clause, its);
            }
        }
        return nearest;
    }

    private TokenTable requireTokens() {
        if (tokens == null) {
            throw new IllegalStateException("This index keeps no tokens.");
        }
        return tokens;
    }

    private void keep(Map<VectorKey, QuantizedVector> byKey) {
        if (store == null || byKey.isEmpty()) {
            return;
        }
        try {
            store.append(byKey);
        } catch (IOException e) {
            store = null;
            LOG.log(Level.WARNING, "event=vectors.not-kept folder=" + folder.path(), e);
        }
    }

    @Override
    public IndexProgress progress() {
        int texts = vectors.size() + questions.vectors().size();
        int present = vectors.present() + questions.vectors().present();
        boolean ready = present == texts;
        return new IndexProgress(
                root, ordinals.size(), texts, tokens == null ? present : Math.min(present, withTokens), ready);
    }

    /// Every search asks for progress, so it is not counted there.
    private void countTokens() {
        withTokens = tokens == null ? 0 : tokens.count(vectors) + tokens.count(questions.vectors());
    }

    /// Waits for searches that are under way, then gives back the right to write.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        store = null;
        try (folder;
                TokenTable _ = tokens) {
            words.index().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the vectors that the folder has for this snapshot; the result is where new ones are kept, if
    /// anywhere.
    private @Nullable VectorStore loadVectors() {
        Optional<Directory> directory = folder.part(VECTORS);
        if (directory.isEmpty()) {
            return null;
        }
        VectorStore found = new VectorStore(directory.get(), schema, modelId, projection.dimensions());
        try {
            put(found.load(allKeys()));
        } catch (IOException e) {
            LOG.log(Level.INFO, "event=vectors.none folder=" + folder.path() + " reason=" + e.getMessage());
        }
        return folder.writable() ? found : null;
    }

    private Set<VectorKey> allKeys() {
        Set<VectorKey> keys = new HashSet<>(vectors.keys());
        keys.addAll(questions.vectors().keys());
        return keys;
    }

    private void requireVector(float[] vector, String of) {
        if (vector.length != projection.dimensions()) {
            throw new IllegalArgumentException("The vector of " + of + " has " + vector.length + " dimensions, not "
                    + projection.dimensions() + ". Maybe another model made it.");
        }
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        if (!(Math.abs(square - 1) < UNIT_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "The vector of " + of + " has the squared length " + square + ", not 1; normalise it.");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The search index is closed. Maybe the library was reloaded.");
        }
    }
}
