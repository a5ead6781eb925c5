package org.proviso.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.proviso.json.ClauseList;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.RankedClause;
import org.proviso.retrieval.Reasons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso search`
@Command(name = "search", description = "Finds clauses by words and meaning.", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "at most so many (default: 10)")
    private int limit;

    @Option(names = "--explain", description = "say of each clause why it was found")
    private boolean explain;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "what to look for")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SearchCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (Workbench workbench = folders.open(application)) {
            ClauseQuery query = query(workbench);
            List<RankedClause> found = workbench.retriever().search(query);
            PrintWriter out = spec.commandLine().getOut();
            if (folders.json()) {
                out.println(Json.write(new ClauseList(
                        query.filter().asOf(),
                        workbench.library().root().hex(),
                        found.stream().map(ClauseList.Row::of).toList())));
                return ExitStatus.FINE;
            }
            for (RankedClause ranked : found) {
                out.printf(
                        Locale.ROOT,
                        "%.4f  %-46s %-11s %s%n",
                        ranked.score(),
                        ranked.clause().versionId(),
                        ranked.clause().position(),
                        ranked.clause().title());
                if (explain) {
                    out.println("        " + reasons(ranked.reasons()));
                    if (ranked.reasons().passage() != null) {
                        out.println("        nearest: " + ranked.reasons().passage());
                    }
                }
            }
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("No clause fits these filters.");
            }
            return ExitStatus.FINE;
        }
    }

    private static String reasons(Reasons reasons) {
        String words = reasons.lexicalRank() == null
                ? "not among the best by words"
                : String.format(Locale.ROOT, "by words no. %d (%.2f)", reasons.lexicalRank(), reasons.lexicalScore());
        String meaning = reasons.cosine() == null
                ? "meaning not compared yet"
                : String.format(
                        Locale.ROOT,
                        "by meaning %s (%.2f)",
                        reasons.denseRank() == null ? "not among the best" : "no. " + reasons.denseRank(),
                        reasons.cosine());
        if (reasons.late() != null) {
            meaning += String.format(Locale.ROOT, ", by tokens (%.2f)", reasons.late());
        }
        return words + ", " + meaning + "; holds " + reasons.matchedTermCount() + " of " + reasons.queryTermCount()
                + " words of the query"
                + (reasons.matchedTerms().isEmpty()
                        ? ""
                        : ": " + String.join(", ", reasons.matchedTerms()) + ", in "
                                + String.join(", ", reasons.matchedFields()));
    }

    private ClauseQuery query(Workbench workbench) {
        try {
            return new ClauseQuery(String.join(" ", words), filter.filter(workbench), limit);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }
}
