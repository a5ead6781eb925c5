package org.proviso.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How good a retriever is on judged queries.
///
/// @param root of the library that was searched
/// @param clauses how many clauses can be found
/// @param judgements how many there are
/// @param unjudged queries that were passed over, since they have no judgement
/// @param judgedOnly whether only the clauses judged for a query were ranked
/// @param relevant the lowest grade of a relevant clause
/// @param byMeaning whether vectors took part; if not, the ranking is by words alone
/// @param judgedAt5 the share of the first five of all rankings that was judged, 0 to 1
/// @param all the means over all judged queries
/// @param tags the same for each tag, queries without one under [#NO_TAG]; empty if no query has one
/// @param queries the rows that the means are of, in the order of the queries; null if they are left out
public record RetrievalScores(
        String root,
        int clauses,
        int judgements,
        int unjudged,
        boolean judgedOnly,
        int relevant,
        boolean byMeaning,
        double judgedAt5,
        RetrievalMeans all,
        SortedMap<String, RetrievalMeans> tags,
        @Nullable List<QueryScores> queries,
        SearchTimes times) {

    public static final String NO_TAG = "(none)";

    public RetrievalScores {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        queries = queries == null ? null : List.copyOf(queries);
    }

    /// @param relevant the lowest grade of a relevant clause, from 1
    public static RetrievalScores of(RetrievalRun run, int relevant) {
        List<QueryScores> queries = run.rankings().stream()
                .map(ranking -> QueryScores.of(ranking, relevant))
                .toList();
        SortedMap<String, RetrievalMeans> tags = queries.stream()
                .collect(Collectors.groupingBy(
                        query -> query.tag().isEmpty() ? NO_TAG : query.tag(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), RetrievalMeans::of)));
        return new RetrievalScores(
                run.task().corpus().library().root().hex(),
                run.task().corpus().size(),
                run.rankings().stream()
                        .mapToInt(ranking -> ranking.query().grades().size())
                        .sum(),
                run.task().unjudged(),
                run.judgedOnly(),
                relevant,
                run.byMeaning(),
                run.judged(5),
                RetrievalMeans.of(queries),
                tags.keySet().equals(Set.of(NO_TAG)) ? new TreeMap<>() : tags,
                queries,
                SearchTimes.of(run.rankings()));
    }

    /// The same without the rows of single queries.
    public RetrievalScores withoutQueries() {
        return new RetrievalScores(
                root,
                clauses,
                judgements,
                unjudged,
                judgedOnly,
                relevant,
                byMeaning,
                judgedAt5,
                all,
                tags,
                null,
                times);
    }
}
