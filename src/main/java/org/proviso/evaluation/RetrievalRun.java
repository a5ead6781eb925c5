package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.proviso.clause.Excerpt;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.RankedClause;
import org.proviso.retrieval.Retriever;

/// What a retriever found for every query of a task.
///
/// @param rankings in the order of the queries
/// @param judgedOnly whether only the clauses judged for a query were ranked
public record RetrievalRun(RetrievalTask task, List<Ranking> rankings, boolean judgedOnly) {

    private static final String NAME = "proviso";

    public RetrievalRun {
        rankings = List.copyOf(rankings);
    }

    /// Searches for every query, once each.
    ///
    /// @param retriever over the library of the task's corpus
    /// @param judgedOnly whether only the clauses judged for a query are ranked
    /// @param nanoTime a clock in nanoseconds, such as `System::nanoTime`
    public static RetrievalRun of(RetrievalTask task, Retriever retriever, boolean judgedOnly, LongSupplier nanoTime) {
        // The first search waits for the model to be loaded, which says nothing of the others.
        task.queries().stream().limit(1).forEach(query -> retriever.search(search(query, judgedOnly)));
        List<Ranking> rankings = new ArrayList<>();
        for (JudgedQuery query : task.queries()) {
            ClauseQuery search = search(query, judgedOnly);
            long start = nanoTime.getAsLong();
            List<RankedClause> found = retriever.search(search);
            rankings.add(new Ranking(query, found, nanoTime.getAsLong() - start));
        }
        return new RetrievalRun(task, rankings, judgedOnly);
    }

    private static ClauseQuery search(JudgedQuery query, boolean judgedOnly) {
        return new ClauseQuery(query.text(), query.filter(judgedOnly), ClauseQuery.MAX_LIMIT);
    }

    /// Whether vectors took part in every search.
    boolean byMeaning() {
        return rankings.stream()
                .flatMap(ranking -> ranking.clauses().stream())
                .allMatch(ranked -> ranked.reasons().cosine() != null);
    }

    /// How many of the first `k` clauses of all rankings were judged, 0 to 1; 1 if none was found.
    double judged(int k) {
        long found = 0;
        long judged = 0;
        for (Ranking ranking : rankings) {
            for (RankedClause ranked : ranking.clauses().stream().limit(k).toList()) {
                found++;
                judged += ranking.query().grades().containsKey(ranked.clause().versionId()) ? 1 : 0;
            }
        }
        return found == 0 ? 1 : judged / (double) found;
    }

    /// The run in the format of TREC, one clause a line: query, `Q0`, clause, rank from 1, score and `proviso`.
    /// White space in names is written as `_`.
    ///
    /// @throws IllegalArgumentException if two names of queries or of clauses would then be one
    public String trec() {
        Map<String, String> queries =
                joined(rankings.stream().map(ranking -> ranking.query().id()).toList());
        Map<String, String> clauses = joined(task.corpus().names());
        StringBuilder lines = new StringBuilder();
        for (Ranking ranking : rankings) {
            int rank = 1;
            for (RankedClause ranked : ranking.clauses()) {
                lines.append(queries.get(ranking.query().id())).append(" Q0 ");
                lines.append(clauses.get(task.corpus().name(ranked.clause().versionId())));
                lines.append(' ').append(rank++).append(' ').append(ranked.score());
                lines.append(' ').append(NAME).append('\n');
            }
        }
        return lines.toString();
    }

    /// What each name is without white space.
    private static Map<String, String> joined(Collection<String> names) {
        Map<String, String> joined = new HashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String name : names) {
            String other = taken.putIfAbsent(joined(name), name);
            if (other != null) {
                throw new IllegalArgumentException("\"" + Excerpt.of(name) + "\" and \"" + Excerpt.of(other)
                        + "\" are both \"" + Excerpt.of(joined(name))
                        + "\" in a run, which holds no white space: rename one of them.");
            }
            joined.put(name, joined(name));
        }
        return joined;
    }

    private static String joined(String name) {
        StringBuilder joined = new StringBuilder();
        name.codePoints()
                .forEach(character -> joined.appendCodePoint(
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? '_' : character));
        return joined.toString();
    }
}
