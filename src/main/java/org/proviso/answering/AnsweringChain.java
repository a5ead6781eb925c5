package org.proviso.answering;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proviso.answering.Answer.Comment;
import org.proviso.answering.Answer.Notice;
import org.proviso.answering.Answer.Part;
import org.proviso.answering.Answer.Quote;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Position;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.RankedClause;
import org.proviso.retrieval.Retriever;

/// Answers questions by quoting; without a language model.
public final class AnsweringChain {

    /// Clauses that are looked at for one answer.
    private static final int CANDIDATES = 12;

    /// Families that are quoted at most, and clauses of each.
    private static final int FAMILIES = 2;

    private static final int CLAUSES_OF_A_FAMILY = 2;

    private final LibrarySnapshot library;
    private final Retriever retriever;

    public AnsweringChain(LibrarySnapshot library, Retriever retriever) {
        this.library = library;
        this.retriever = retriever;
    }

    /// Quotes the clauses that fit the question best, or says that none does. Of a family it quotes the position that
    /// the team prefers among those that fit, in each jurisdiction that the filter lets through.
    ///
    /// @throws IllegalArgumentException if the question is blank
    public Answer answer(String question, ClauseFilter filter) {
        List<RankedClause> ranked = retriever.search(new ClauseQuery(question, filter, CANDIDATES));
        List<Part> parts = new ArrayList<>();
        for (RankedClause found : quoted(ranked)) {
            parts.add(comment(found.clause(), filter));
            parts.add(new Quote(found.clause(), found.score()));
        }
        if (parts.isEmpty()) {
            parts.add(new Notice(
                    "The library has no approved clause that answers this.",
                    ranked.stream()
                            .limit(FAMILIES)
                            .map(found -> found.clause().versionId())
                            .toList()));
        }
        return new Answer(library.root(), parts);
    }

    private static List<RankedClause> quoted(List<RankedClause> ranked) {
        Map<FamilyId, List<RankedClause>> families = ranked.stream()
                .filter(Relevance::fits)
                .collect(Collectors.groupingBy(
                        found -> found.clause().family(), LinkedHashMap::new, Collectors.toList()));
        return families.values().stream()
                .limit(FAMILIES)
                .flatMap(AnsweringChain::preferred)
                .toList();
    }

    private static Stream<RankedClause> preferred(List<RankedClause> family) {
        Position best = family.stream()
                .map(found -> found.clause().position())
                .min(naturalOrder())
                .orElse(Position.PREFERRED);
        return family.stream()
                .filter(found -> found.clause().position().equals(best))
                .limit(CLAUSES_OF_A_FAMILY);
    }

    private Comment comment(ClauseVersion clause, ClauseFilter filter) {
        String others = library.inForce(filter.asOf()).stream()
                .filter(other ->
                        other.family().equals(clause.family()) && !other.id().equals(clause.id()))
                .map(other -> other.versionId() + " (" + other.position() + ")")
                .collect(Collectors.joining(", "));
        return new Comment(
                clause.title() + ": " + clause.position() + " position, jurisdictions " + clause.jurisdictions() + "."
                        + (others.isEmpty() ? "" : " Others in the family: " + others + "."),
                List.of(clause.versionId()));
    }
}
