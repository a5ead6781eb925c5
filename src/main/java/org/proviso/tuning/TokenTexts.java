package org.proviso.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Embedding;
import org.proviso.retrieval.LateScores;
import org.proviso.retrieval.MaxSim;
import org.proviso.retrieval.TokenProjection;

/// The tokens of the texts of a library in their principal dimensions, 8 bits a value: embedded once, and then learned
/// from and compared with any number of maps.
final class TokenTexts {

    /// How many dimensions tokens are kept in.
    static final int DIMENSIONS = 128;

    /// From how many texts the principal dimensions are taken, at most.
    private static final int SAMPLE = 100;

    private static final int BATCH = 32;

    private final Embedder embedder;
    private final LibrarySnapshot library;
    private final TokenProjection basis;
    private final Map<String, byte[]> tokens = new ConcurrentHashMap<>();

    private TokenTexts(Embedder embedder, LibrarySnapshot library, TokenProjection basis) {
        this.embedder = embedder;
        this.library = library;
        this.basis = basis;
    }

    /// @param clauses at least one; the principal dimensions are those of some of them, spread over all
    static TokenTexts of(Embedder embedder, LibrarySnapshot library, SequencedSet<ClauseVersionId> clauses) {
        List<ClauseVersionId> all = List.copyOf(clauses);
        int step = Math.ceilDiv(all.size(), SAMPLE);
        List<String> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            sample.add(ClauseProse.embedded(library.clause(all.get(i)).orElseThrow()));
        }
        List<float[]> vectors =
                embedder.embedWithTokens(sample).stream().map(Embedding::tokens).toList();
        TokenProjection basis =
                PrincipalDimensions.of(vectors, embedder.dimensions(), Math.min(DIMENSIONS, embedder.dimensions()));
        TokenTexts texts = new TokenTexts(embedder, library, basis);
        texts.embed(all);
        return texts;
    }

    /// Embeds what is not embedded yet of some clauses and of the questions that they answer.
    private void embed(Collection<ClauseVersionId> clauses) {
        List<String> missing = clauses.stream()
                .flatMap(this::texts)
                .distinct()
                .filter(text -> !tokens.containsKey(text))
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<String> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
            List<Embedding> embedded = embedder.embedWithTokens(batch);
            for (int i = 0; i < batch.size(); i++) {
                tokens.put(batch.get(i), basis.tokens(embedded.get(i).tokens()));
            }
        }
    }

    /// A clause's own text and the questions that it answers.
    private Stream<String> texts(ClauseVersionId id) {
        ClauseVersion clause = library.clause(id).orElseThrow();
        return Stream.concat(
                Stream.of(ClauseProse.embedded(clause)), Applicability.questions(clause, library).stream());
    }

    /// The tokens of a clause's own text.
    byte[] of(ClauseVersionId clause) {
        return tokens(ClauseProse.embedded(library.clause(clause).orElseThrow()));
    }

    private byte[] tokens(String text) {
        byte[] its = tokens.get(text);
        if (its == null) {
            throw new IllegalStateException("A text was not embedded.");
        }
        return its;
    }

    /// A question's tokens in the principal dimensions, each of unit length.
    float[] question(float[] vectors) {
        return basis.query(vectors);
    }

    /// The map that changes nothing of what is kept.
    TokenProjection unchanged() {
        int to = basis.to();
        float[] matrix = new float[to * to];
        for (int i = 0; i < to; i++) {
            matrix[i * to + i] = 1;
        }
        return TokenProjection.of(to, to, matrix);
    }

    /// A map of principal dimensions as one of the model's vectors.
    TokenProjection ofModel(TokenProjection map) {
        float[] principal = basis.matrix();
        float[] learned = map.matrix();
        float[] matrix = new float[basis.from() * map.to()];
        for (int row = 0; row < basis.from(); row++) {
            for (int i = 0; i < basis.to(); i++) {
                for (int column = 0; column < map.to(); column++) {
                    matrix[row * map.to() + column] += principal[row * basis.to() + i] * learned[i * map.to() + column];
                }
            }
        }
        return TokenProjection.of(basis.from(), map.to(), matrix);
    }

    /// How near clauses are with a map; what it makes of texts is held as long as this is.
    LateScores with(TokenProjection map) {
        Map<String, byte[]> mapped = new ConcurrentHashMap<>();
        return new LateScores() {
            @Override
            public boolean lateReady() {
                return true;
            }

            @Override
            public Map<ClauseVersionId, Double> lateScores(float[] vectors, Collection<ClauseVersionId> clauses) {
                embed(clauses);
                float[] asked = map.query(question(vectors));
                Map<String, Double> byText = new ConcurrentHashMap<>();
                clauses.stream().flatMap(id -> texts(id)).distinct().toList().parallelStream()
                        .forEach(text -> byText.put(
                                text,
                                new MaxSim(asked, map.to())
                                        .score(mapped.computeIfAbsent(
                                                text, _ -> map.tokens(Alignment.floats(tokens(text), map.from()))))));
                Map<ClauseVersionId, Double> scores = new HashMap<>();
                clauses.forEach(id -> scores.put(
                        id,
                        texts(id)
                                .mapToDouble(text -> byText.getOrDefault(text, -1.0))
                                .max()
                                .orElse(-1)));
                return scores;
            }
        };
    }
}
