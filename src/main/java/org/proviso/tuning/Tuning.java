package org.proviso.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.evaluation.QueryScores;
import org.proviso.evaluation.Ranking;
import org.proviso.evaluation.RetrievalMeasure;
import org.proviso.evaluation.RetrievalRun;
import org.proviso.evaluation.RetrievalScores;
import org.proviso.evaluation.RetrievalTask;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.LateScores;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.TokenProjection;
import org.proviso.tuning.TuningScores.Gain;
import org.proviso.tuning.TuningScores.Late;

/// Learns projections of vectors and of tokens from judged queries, and measures by cross-validation what they give on
/// others.
public final class Tuning {

    /// How many parts the queries are cut into; each is measured with what was learned from the others.
    public static final int FOLDS = 5;

    /// How often the queries are dealt anew, so that the luck of one deal counts less.
    static final int DEALS = 3;

    /// The fewest queries: with fewer, a part has none.
    public static final int MIN_QUERIES = 10;

    private final List<RetrievalTask> wordings;
    private final boolean judgedOnly;
    private final Embedder embedder;
    private final Searches searches;
    private final Consumer<String> progress;

    private final List<float[]> texts = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();

    /// What there is to learn from one wording of a query.
    private record Lesson(String query, GradedList list) {}

    /// @param projection learned from all queries
    /// @param tokens likewise
    public record Result(TuningScores scores, Projection projection, TokenProjection tokens) {}

    /// @param wordings the same queries in one wording or several, over one corpus; a query is the same by its id
    /// @param judgedOnly whether only the clauses judged for a query are ranked
    /// @param progress told what is done next
    public Tuning(List<RetrievalTask> wordings, boolean judgedOnly, Searches searches, Consumer<String> progress) {
        this.wordings = List.copyOf(wordings);
        this.judgedOnly = judgedOnly;
        this.embedder = searches.embedder();
        this.searches = searches;
        this.progress = progress;
    }

    /// @param seed of how the queries are dealt to the parts
    /// @throws IllegalArgumentException if there are too few queries to learn from
    public Result run(long seed) {
        progress.accept("ranking without tuning");
        List<RetrievalRun> runs = runs(Projection.identity(embedder.dimensions()), _ -> true);
        Map<String, Double> untuned = scores(runs);
        if (untuned.size() < MIN_QUERIES) {
            throw new IllegalArgumentException("There are only " + untuned.size()
                    + " queries with a judgement above 0. Judge at least " + MIN_QUERIES + ", better fifty.");
        }
        SortedMap<String, String> topics = new TreeMap<>();
        for (RetrievalTask wording : wordings) {
            wording.queries().stream()
                    .filter(query -> untuned.containsKey(query.id()))
                    .forEach(query -> topics.putIfAbsent(query.id(), query.tag()));
        }
        collect(runs);
        List<Map<String, Double>> deals = new ArrayList<>();
        for (int deal = 0; deal < DEALS; deal++) {
            String what = "unseen queries, deal " + (deal + 1) + " of " + DEALS;
            deals.add(crossValidated(what, dealt(topics.keySet(), new Random(seed + deal))));
        }
        Map<String, Double> unseenQueries = means(deals);
        int different = Set.copyOf(topics.values()).size();
        Gain unseenTopics = different < 2 ? null : Gain.of(untuned, crossValidated("unseen topics", topics));
        TuningScores scores = new TuningScores(
                untuned.size(),
                different < 2 ? 0 : different,
                TuningScores.mean(untuned),
                Gain.of(untuned, unseenQueries),
                unseenTopics,
                null);
        LateTuning late = new LateTuning(
                runs,
                wordings.getFirst().corpus().library(),
                embedder,
                scores.wins() ? this::train : _ -> Projection.identity(embedder.dimensions()),
                (projection, lateScores, which) -> scores(runs(projection, lateScores, which)),
                progress);
        Late measured =
                late.measured(dealt(topics.keySet(), new Random(seed)), different < 2 ? null : gathered(topics));
        progress.accept("learning from all queries");
        return new Result(scores.with(measured), train(_ -> true), late.learned());
    }

    /// Puts topics together to as many parts as queries are dealt to.
    private static Map<String, String> gathered(SortedMap<String, String> topics) {
        List<String> different = topics.values().stream().distinct().sorted().toList();
        Map<String, String> parts = new HashMap<>();
        topics.forEach((query, topic) -> parts.put(query, Integer.toString(different.indexOf(topic) % FOLDS)));
        return parts;
    }

    /// Learns from what was judged for a query, and from what was found for it and nobody judged, which is taken as
    /// no answer.
    private void collect(List<RetrievalRun> runs) {
        SequencedMap<ClauseVersionId, Integer> numbers = new LinkedHashMap<>();
        for (RetrievalRun run : runs) {
            List<Ranking> rankings = run.rankings();
            List<float[]> questions = embedder.embedAll(
                    rankings.stream().map(ranking -> ranking.query().text()).toList());
            for (int i = 0; i < rankings.size(); i++) {
                Ranking ranking = rankings.get(i);
                SortedMap<ClauseVersionId, Integer> grades =
                        new TreeMap<>(ranking.query().grades());
                ranking.clauses()
                        .forEach(found -> grades.putIfAbsent(found.clause().versionId(), 0));
                List<Integer> clauses = new ArrayList<>();
                for (ClauseVersionId clause : grades.keySet()) {
                    clauses.add(numbers.computeIfAbsent(clause, _ -> numbers.size()));
                }
                lessons.add(new Lesson(
                        ranking.query().id(), new GradedList(questions.get(i), clauses, List.copyOf(grades.values()))));
            }
        }
        Map<ClauseVersionId, float[]> vectors = searches.vectors(numbers.keySet());
        numbers.keySet().forEach(clause -> texts.add(Objects.requireNonNull(vectors.get(clause))));
    }

    /// Deals the queries to the parts at random, each part about as many.
    private static Map<String, String> dealt(Collection<String> queries, Random random) {
        List<String> shuffled = new ArrayList<>(queries);
        Collections.shuffle(shuffled, random);
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            parts.put(shuffled.get(i), Integer.toString(i % FOLDS));
        }
        return parts;
    }

    /// The score of each query with what was learned from those of other parts.
    ///
    /// @param parts by query
    private Map<String, Double> crossValidated(String what, Map<String, String> parts) {
        Map<String, Double> scores = new HashMap<>();
        List<String> names = parts.values().stream().distinct().sorted().toList();
        for (int i = 0; i < names.size(); i++) {
            String part = names.get(i);
            progress.accept("measuring " + what + ": part " + (i + 1) + " of " + names.size());
            Projection learned = train(query -> !part.equals(parts.get(query)));
            scores.putAll(scores(runs(learned, query -> part.equals(parts.get(query)))));
        }
        return scores;
    }

    private Projection train(Predicate<String> from) {
        return ProjectionTraining.train(
                texts,
                lessons.stream()
                        .filter(lesson -> from.test(lesson.query()))
                        .map(Lesson::list)
                        .toList());
    }

    private List<RetrievalRun> runs(Projection projection, Predicate<String> which) {
        return runs(projection, null, which);
    }

    private List<RetrievalRun> runs(Projection projection, @Nullable LateScores late, Predicate<String> which) {
        Retriever plain = searches.with(projection);
        Retriever retriever = late == null ? plain : plain.with(late);
        return wordings.stream()
                .map(wording -> new RetrievalTask(
                        wording.corpus(),
                        wording.queries().stream()
                                .filter(query -> which.test(query.id()))
                                .toList(),
                        0))
                .map(task -> RetrievalRun.of(task, retriever, judgedOnly, System::nanoTime))
                .toList();
    }

    /// NDCG@5 of each query, the mean of its wordings; without those that have no judgement above 0.
    private static Map<String, Double> scores(List<RetrievalRun> runs) {
        return means(runs.stream().map(Tuning::scores).toList());
    }

    private static Map<String, Double> scores(RetrievalRun run) {
        Map<String, Double> scores = new HashMap<>();
        for (QueryScores query :
                Objects.requireNonNull(RetrievalScores.of(run, 1).queries())) {
            Double score = query.measures().get(RetrievalMeasure.NDCG_5);
            if (score != null) {
                scores.put(query.query(), score);
            }
        }
        return scores;
    }

    private static Map<String, Double> means(List<Map<String, Double>> several) {
        return several.stream()
                .flatMap(scores -> scores.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
    }
}
