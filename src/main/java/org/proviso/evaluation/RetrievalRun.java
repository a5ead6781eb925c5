package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
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

    /// The run in the format of TREC, one clause a line: query, `Q0`, clause, rank from 1, score and `proviso`.
    /// White space in names is written as `_`.
    public String trec() {
        StringBuilder lines = new StringBuilder();
        for (Ranking ranking : rankings) {
            int rank = 1;
            for (RankedClause ranked : ranking.clauses()) {
                lines.append(joined(ranking.query().id())).append(" Q0 ");
                lines.append(joined(task.corpus().name(ranked.clause().versionId())));
                lines.append(' ').append(rank++).append(' ').append(ranked.score());
                lines.append(' ').append(NAME).append('\n');
            }
        }
        return lines.toString();
    }

    private static String joined(String name) {
        StringBuilder joined = new StringBuilder();
        name.codePoints()
                .forEach(character -> joined.appendCodePoint(
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? '_' : character));
        return joined.toString();
    }
}
