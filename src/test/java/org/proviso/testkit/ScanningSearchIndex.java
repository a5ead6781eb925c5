package org.proviso.testkit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.SearchIndex;
import org.proviso.retrieval.TokenProjection;

/// A search index that looks at every clause, scores by how many of the query's words title and text hold, and keeps
/// nothing. Every word of four letters or more counts as content.
public final class ScanningSearchIndex implements SearchIndex {

    private final LibrarySnapshot snapshot;
    private final Map<ClauseVersionId, float[]> vectors = new ConcurrentHashMap<>();
    private final Map<String, float[]> questions = new ConcurrentHashMap<>();
    private final Projection projection;
    private final @Nullable TokenProjection tokens;
    private final Map<String, byte[]> tokensByText = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public ScanningSearchIndex(LibrarySnapshot snapshot) {
        this(snapshot, Projection.identity(HashEmbedder.DIMENSIONS));
    }

    public ScanningSearchIndex(LibrarySnapshot snapshot, Projection projection) {
        this(snapshot, projection, null);
    }

    /// @param tokens what tokens are mapped by; null if none are kept
    public ScanningSearchIndex(LibrarySnapshot snapshot, Projection projection, @Nullable TokenProjection tokens) {
        this.snapshot = snapshot;
        this.projection = projection;
        this.tokens = tokens;
    }

    @Override
    public List<Hit> byWords(String text, ClauseFilter filter, int k) {
        Set<String> query = words(text);
        return best(filter, k, clause -> held(query, clause).size());
    }

    @Override
    public Map<ClauseVersionId, Double> wordScores(String text, Collection<ClauseVersionId> clauses) {
        requireOpen();
        Set<String> query = words(text);
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (ClauseVersionId id : clauses) {
            int held = held(query, snapshot.clause(id).orElseThrow()).size();
            if (held > 0) {
                scores.put(id, (double) held);
            }
        }
        return scores;
    }

    @Override
    public List<Hit> byVector(float[] vector, ClauseFilter filter, int k) {
        return best(
                        filter,
                        k,
                        clause -> vectorScores(vector, List.of(clause.versionId()))
                                        .getOrDefault(clause.versionId(), -1.0)
                                + 1)
                .stream()
                .map(hit -> new Hit(hit.clause(), hit.score() - 1))
                .toList();
    }

    private List<Hit> best(ClauseFilter filter, int k, ToDoubleFunction<ClauseVersion> score) {
        requireOpen();
        return snapshot.clauses().stream()
                .filter(clause -> filter.accepts(clause, snapshot))
                .map(clause -> new Hit(clause.versionId(), score.applyAsDouble(clause)))
                .filter(hit -> hit.score() > 0)
                .sorted(ORDER)
                .limit(k)
                .toList();
    }

    @Override
    public Map<ClauseVersionId, Double> cosines(float[] vector, Collection<ClauseVersionId> clauses) {
        requireOpen();
        Map<ClauseVersionId, Double> cosines = new HashMap<>();
        for (ClauseVersionId clause : clauses) {
            float[] other = vectors.get(clause);
            if (other != null) {
                cosines.put(clause, dot(vector, other));
            }
        }
        return cosines;
    }

    @Override
    public Map<ClauseVersionId, Double> vectorScores(float[] vector, Collection<ClauseVersionId> clauses) {
        requireOpen();
        float[] query = projection.query(vector);
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (ClauseVersionId id : clauses) {
            float[] other = vectors.get(id);
            if (other != null) {
                double own = dot(query, other) / projection.length(other);
                double nearest = own;
                for (String question :
                        Applicability.questions(snapshot.clause(id).orElseThrow(), snapshot)) {
                    float[] asked = questions.get(question);
                    if (asked != null) {
                        nearest = Math.max(nearest, dot(query, asked) / projection.length(asked));
                    }
                }
                scores.put(id, (own + nearest) / 2);
            }
        }
        return scores;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses) {
        requireOpen();
        Map<ClauseVersionId, float[]> found = new HashMap<>(vectors);
        found.keySet().retainAll(clauses);
        return found;
    }

    @Override
    public List<String> questionsWithoutVector() {
        requireOpen();
        return allQuestions()
                .filter(question -> !questions.containsKey(question) || lacksTokens(question))
                .toList();
    }

    private Stream<String> allQuestions() {
        return snapshot.clauses().stream()
                .flatMap(clause -> Applicability.questions(clause, snapshot).stream())
                .distinct();
    }

    @Override
    public void addQuestionVectors(Map<String, float[]> added) {
        requireOpen();
        Set<String> all = allQuestions().collect(Collectors.toSet());
        added.keySet().stream()
                .filter(question -> !all.contains(question))
                .findFirst()
                .ifPresent(question -> {
                    throw new IllegalArgumentException("No clause answers \"" + question + "\".");
                });
        questions.putAll(added);
    }

    @Override
    public WordMatches matches(String text, Collection<ClauseVersionId> clauses) {
        requireOpen();
        Set<String> query = words(text);
        Map<ClauseVersionId, WordMatch> matches = new HashMap<>();
        for (ClauseVersionId id : clauses) {
            List<String> held = held(query, snapshot.clause(id).orElseThrow());
            matches.put(id, held.isEmpty() ? WordMatch.NONE : new WordMatch(List.of("text"), held));
        }
        return new WordMatches(query.size(), matches);
    }

    @Override
    public List<ClauseVersionId> withoutVector() {
        requireOpen();
        return snapshot.clauses().stream()
                .filter(clause -> !vectors.containsKey(clause.versionId()) || lacksTokens(ClauseProse.embedded(clause)))
                .map(ClauseVersion::versionId)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public void addVectors(Map<ClauseVersionId, float[]> added) {
        requireOpen();
        added.forEach((id, vector) -> {
            double square = 0;
            for (float value : vector) {
                square += value * value;
            }
            if (vector.length != HashEmbedder.DIMENSIONS || !(Math.abs(square - 1) < 1e-3)) {
                throw new IllegalArgumentException("The vector of " + id + " is not of unit length.");
            }
            if (snapshot.clause(id).isEmpty()) {
                throw new IllegalArgumentException(id + " is not in the library.");
            }
        });
        vectors.putAll(added);
    }

    private Stream<String> allTexts() {
        return Stream.concat(snapshot.clauses().stream().map(ClauseProse::embedded), allQuestions());
    }

    private boolean lacksTokens(String text) {
        return tokens != null && !tokensByText.containsKey(text);
    }

    @Override
    public boolean keepsTokens() {
        return tokens != null;
    }

    @Override
    public void addTokens(Map<ClauseVersionId, float[]> added) {
        requireOpen();
        TokenProjection its = requireTokens();
        Map<String, byte[]> mapped = new HashMap<>();
        added.forEach((id, vectors) -> mapped.put(
                ClauseProse.embedded(snapshot.clause(id)
                        .orElseThrow(() -> new IllegalArgumentException(id + " is not in the library."))),
                its.tokens(vectors)));
        tokensByText.putAll(mapped);
    }

    @Override
    public void addQuestionTokens(Map<String, float[]> added) {
        requireOpen();
        TokenProjection its = requireTokens();
        added.forEach((question, vectors) -> tokensByText.put(question, its.tokens(vectors)));
    }

    @Override
    public boolean lateReady() {
        return tokens != null && allTexts().noneMatch(this::lacksTokens);
    }

    @Override
    public Map<ClauseVersionId, Double> lateScores(float[] question, Collection<ClauseVersionId> clauses) {
        requireOpen();
        TokenProjection its = requireTokens();
        MaxSim asked = new MaxSim(its.query(question), its.to());
        Map<ClauseVersionId, Double> scores = new HashMap<>();
        for (ClauseVersionId id : clauses) {
            ClauseVersion clause = snapshot.clause(id).orElseThrow();
            Stream<String> texts = Stream.concat(
                    Stream.of(ClauseProse.embedded(clause)), Applicability.questions(clause, snapshot).stream());
            scores.put(
                    id,
                    texts.mapToDouble(text -> asked.score(tokensOf(text))).max().orElseThrow());
        }
        return scores;
    }

    @Override
    public Map<ClauseVersionId, List<MaxSim.Nearest>> nearestTokens(
            float[] question, Collection<ClauseVersionId> clauses) {
        requireOpen();
        TokenProjection its = requireTokens();
        MaxSim asked = new MaxSim(its.query(question), its.to());
        Map<ClauseVersionId, List<MaxSim.Nearest>> nearest = new HashMap<>();
        clauses.forEach(id -> nearest.put(
                id,
                asked.nearest(tokensOf(ClauseProse.embedded(snapshot.clause(id).orElseThrow())))));
        return nearest;
    }

    private byte[] tokensOf(String text) {
        byte[] its = tokensByText.get(text);
        if (its == null) {
            throw new IllegalStateException("Tokens are missing.");
        }
        return its;
    }

    private TokenProjection requireTokens() {
        if (tokens == null) {
            throw new IllegalStateException("This index keeps no tokens.");
        }
        return tokens;
    }

    @Override
    public IndexProgress progress() {
        int clauses = snapshot.clauses().size();
        int present = vectors.size() + questions.size();
        int texts = clauses + (int) allQuestions().count();
        int lacking = (int) allTexts().filter(this::lacksTokens).count();
        return new IndexProgress(snapshot.root(), clauses, texts, Math.min(present, texts - lacking), present == texts);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The search index is closed.");
        }
    }

    private static List<String> held(Set<String> query, ClauseVersion clause) {
        Set<String> words = words(ClauseProse.embedded(clause));
        return query.stream().filter(words::contains).toList();
    }

    private static Set<String> words(String text) {
        Stream<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\P{Alnum}+"));
        return new LinkedHashSet<>(words.filter(word -> word.length() > 3).toList());
    }
}
