package org.proviso.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.proviso.json.ClauseList;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.RankedClause;
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
            }
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("No clause fits these filters.");
            }
            return ExitStatus.FINE;
        }
    }

    private ClauseQuery query(Workbench workbench) {
        try {
            return new ClauseQuery(String.join(" ", words), filter.filter(workbench), limit);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }
}
