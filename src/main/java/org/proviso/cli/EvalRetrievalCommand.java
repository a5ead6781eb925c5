package org.proviso.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.RetrievalRun;
import org.proviso.evaluation.RetrievalScores;
import org.proviso.evaluation.RetrievalTask;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `proviso eval retrieval`
@Command(
        name = "retrieval",
        description = "Searches for judged queries, in the texts of a folder or in a library, and tells how good the"
                + " rankings are.",
        mixinStandardHelpOptions = true)
final class EvalRetrievalCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RetrievalDataOptions source;

    @Option(names = "--queries", paramLabel = "FILE", description = "queries in the place of DIR/queries.jsonl")
    private @Nullable Path queries;

    @Option(
            names = "--relevant",
            paramLabel = "N",
            defaultValue = "1",
            description = "the lowest score that counts as relevant (default: 1)")
    private int relevant;

    @Option(names = "--per-query", description = "print every query too")
    private boolean perQuery;

    @Option(names = "--run", paramLabel = "FILE", description = "write the rankings in the run format of TREC")
    private @Nullable Path run;

    @ArgGroup
    private @Nullable ReportFormat format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    EvalRetrievalCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        if (relevant < 1) {
            throw new ParameterException(spec.commandLine(), "--relevant " + relevant + ": name a score from 1.");
        }
        RetrievalTask task = source.read(application, queries);
        RetrievalRun found;
        try (Workbench workbench = source.open(application, task)) {
            found = RetrievalRun.of(task, workbench.retriever(), source.judgedOnly(), System::nanoTime);
        }
        RetrievalScores scores = RetrievalScores.of(found, relevant);
        if (run != null) {
            OutputFile.write(run, trec(found).getBytes(StandardCharsets.UTF_8));
        }
        RetrievalScores shown = perQuery ? scores : scores.withoutQueries();
        ReportFormat.print(
                format,
                shown,
                new RetrievalScoresReport(shown),
                spec.commandLine().getOut());
        return ExitStatus.FINE;
    }

    private static String trec(RetrievalRun found) {
        try {
            return found.trec();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "--run: " + e.getMessage());
        }
    }
}
