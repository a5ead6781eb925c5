package org.proviso.answering;

import static java.util.Comparator.comparing;

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

    /// Quotes the families that fit the question best, or says that none does. Of a family it quotes what the team
    /// prefers, in each jurisdiction that the filter lets through; a comment names the other positions.
    ///
    /// @throws IllegalArgumentException if the question is blank
    public Answer answer(String question, ClauseFilter filter) {
        List<RankedClause> ranked = retriever.search(new ClauseQuery(question, filter, CANDIDATES));
        List<Part> parts = new ArrayList<>();
        for (Quote quote : quotes(ranked, filter)) {
            parts.add(comment(quote.clause(), filter));
            parts.add(quote);
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

    private List<Quote> quotes(List<RankedClause> ranked, ClauseFilter filter) {
        Map<FamilyId, Double> families = new LinkedHashMap<>();
        ranked.stream()
                .filter(Relevance::fits)
                .forEach(found -> families.putIfAbsent(found.clause().family(), found.score()));
        return families.entrySet().stream()
                .limit(FAMILIES)
                .flatMap(family ->
                        preferred(family.getKey(), filter).map(clause -> new Quote(clause, family.getValue())))
                .toList();
    }

    /// What the team prefers of a family, among what the filter lets through.
    private Stream<ClauseVersion> preferred(FamilyId family, ClauseFilter filter) {
        List<ClauseVersion> ladder = library.clauses().stream()
                .filter(clause -> clause.family().equals(family) && filter.accepts(clause, library))
                .sorted(comparing(ClauseVersion::position))
                .toList();
        return ladder.stream()
                .filter(clause -> clause.position().equals(ladder.getFirst().position()))
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
