package org.proviso.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.evaluation.Ranking;
import org.proviso.evaluation.RetrievalRun;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Embedding;
import org.proviso.retrieval.LateScores;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.TokenProjection;
import org.proviso.tuning.TuningScores.Gain;
import org.proviso.tuning.TuningScores.Late;

/// Learns a projection of tokens from judged queries, and measures by cross-validation what late interaction with it
/// adds to the ranking of others.
final class LateTuning {

    /// The lowest grade that a text is learned from though the search did not find it.
    private static final int GOOD = 2;

    private final Function<Predicate<String>, Projection> projections;
    private final Measure measure;
    private final Consumer<String> progress;
    private final TokenTexts tokens;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();

    /// What there is to learn from one wording of a query.
    private record Lesson(String query, TokenList list) {}

    /// Searches for some queries.
    interface Measure {

        /// The score of each.
        ///
        /// @param late null to search without late interaction
        Map<String, Double> scores(Projection projection, @Nullable LateScores late, Predicate<String> which);
    }

    /// @param untuned what is found for every query without tuning
    /// @param projections what vectors are mapped by, learned from some queries
    LateTuning(
            List<RetrievalRun> untuned,
            LibrarySnapshot library,
            Embedder embedder,
            Function<Predicate<String>, Projection> projections,
            Measure measure,
            Consumer<String> progress) {
        this.projections = projections;
        this.measure = measure;
        this.progress = progress;
        SequencedMap<ClauseVersionId, Integer> numbers = new LinkedHashMap<>();
        for (RetrievalRun run : untuned) {
            List<Embedding> questions = embedder.embedWithTokens(run.rankings().stream()
                    .map(ranking -> ranking.query().text())
                    .toList());
            for (int i = 0; i < questions.size(); i++) {
                Ranking ranking = run.rankings().get(i);
                lessons.add(new Lesson(
                        ranking.query().id(),
                        new TokenList(
                                questions.get(i).tokens(),
                                judged(questions.get(i).vector(), ranking, numbers))));
            }
        }
        progress.accept("embedding the tokens of " + numbers.size() + " texts");
        tokens = TokenTexts.of(embedder, library, numbers.sequencedKeySet());
        numbers.keySet().forEach(clause -> texts.add(tokens.of(clause)));
        lessons.replaceAll(lesson -> new Lesson(
                lesson.query(),
                new TokenList(
                        tokens.question(lesson.list().question()), lesson.list().judged())));
    }

    /// What the search found and what was judged good: of the rest there is much, and it is far from being found.
    private static GradedList judged(
            float[] question, Ranking ranking, SequencedMap<ClauseVersionId, Integer> numbers) {
        SortedMap<ClauseVersionId, Integer> grades = new TreeMap<>();
        ranking.query().grades().forEach((clause, grade) -> {
            if (grade >= GOOD) {
                grades.put(clause, grade);
            }
        });
        ranking.clauses().forEach(found -> {
            ClauseVersionId clause = found.clause().versionId();
            grades.putIfAbsent(clause, ranking.query().grades().getOrDefault(clause, 0));
        });
        List<Integer> numbered = new ArrayList<>();
        grades.keySet().forEach(clause -> numbered.add(numbers.computeIfAbsent(clause, _ -> numbers.size())));
        return new GradedList(question, numbered, List.copyOf(grades.values()));
    }

    /// @param queries the part of each, where each part is measured with what was learned from the others
    /// @param topics the same of topics; null without any
    Late measured(Map<String, String> queries, @Nullable Map<String, String> topics) {
        Map<String, Double> without = new HashMap<>();
        Map<String, Double> with = new HashMap<>();
        crossValidate("unseen queries", queries, without, with);
        Gain unseenQueries = Gain.of(without, with);
        double base = TuningScores.mean(without);
        if (topics == null) {
            return new Late(base, unseenQueries, null);
        }
        without.clear();
        with.clear();
        crossValidate("unseen topics", topics, without, with);
        return new Late(base, unseenQueries, Gain.of(without, with));
    }

    private void crossValidate(
            String what, Map<String, String> parts, Map<String, Double> without, Map<String, Double> with) {
        List<String> names = parts.values().stream().distinct().sorted().toList();
        for (int i = 0; i < names.size(); i++) {
            String part = names.get(i);
            progress.accept("measuring late interaction on " + what + ": part " + (i + 1) + " of " + names.size());
            Predicate<String> others = query -> !part.equals(parts.get(query));
            Predicate<String> its = query -> part.equals(parts.get(query));
            Projection projection = projections.apply(others);
            without.putAll(measure.scores(projection, null, its));
            with.putAll(measure.scores(projection, tokens.with(train(others)), its));
        }
    }

    private TokenProjection train(Predicate<String> from) {
        return TokenProjectionTraining.train(
                texts,
                lessons.stream()
                        .filter(lesson -> from.test(lesson.query()))
                        .map(Lesson::list)
                        .toList(),
                tokens.unchanged());
    }

    /// What is learned from all queries.
    TokenProjection learned() {
        return tokens.ofModel(train(_ -> true));
    }
}
