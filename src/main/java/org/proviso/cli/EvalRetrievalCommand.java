package org.proviso.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.RetrievalFolder;
import org.proviso.evaluation.RetrievalRun;
import org.proviso.evaluation.RetrievalScores;
import org.proviso.evaluation.RetrievalTask;
import org.proviso.library.LibrarySnapshot;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso eval retrieval`
@Command(
        name = "retrieval",
        description = "Searches for judged queries, in the texts of a folder or in a library, and tells how good the"
                + " rankings are.",
        mixinStandardHelpOptions = true)
final class EvalRetrievalCommand implements Callable<Integer> {

    private final Application application;

    @Parameters(
            paramLabel = "DIR",
            description = "queries.jsonl, qrels/*.tsv and, unless the library is searched, corpus.jsonl, as in BEIR")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--queries", paramLabel = "FILE", description = "queries in the place of DIR/queries.jsonl")
    private @Nullable Path queries;

    @Option(names = "--split", paramLabel = "NAME", description = "only DIR/qrels/NAME.tsv; may be given again")
    private List<String> splits = List.of();

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "the library to search if there is no corpus.jsonl (default: clause-library)")
    private @Nullable Path library;

    @Option(names = "--data", paramLabel = "DIR", description = "where index and vectors are kept (default: data)")
    private @Nullable Path data;

    @Option(names = "--judged-only", description = "rank only what was judged for the query")
    private boolean judgedOnly;

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
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, "There is no folder " + folder + ". Name one with queries and judgements.");
        }
        RetrievalFolder source = new RetrievalFolder(folder, queries, splits);
        RetrievalRun found = source.hasCorpus() ? ofTexts(source) : ofLibrary(source);
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

    /// The index of texts has a folder of its own, so that the library's stays as it is.
    private RetrievalRun ofTexts(RetrievalFolder source) {
        if (library != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " brings its own corpus.jsonl; a library is searched only for a folder without one.");
        }
        RetrievalTask task = DataFailure.reading(() -> source.read(application.today()));
        LibrarySnapshot texts = task.corpus().library();
        return search(task, data().resolve("evaluation").resolve(texts.root().hex()));
    }

    private RetrievalRun ofLibrary(RetrievalFolder source) {
        Path searched = library == null ? application.defaultFolder("clause-library") : library;
        LibrarySnapshot snapshot = FolderOptions.snapshot(application, searched);
        LocalDate today = application.today();
        return search(DataFailure.reading(() -> source.read(snapshot, today)), data());
    }

    private RetrievalRun search(RetrievalTask task, Path index) {
        try (Workbench workbench = application.open(task.corpus().library(), index)) {
            return RetrievalRun.of(task, workbench.retriever(), judgedOnly, System::nanoTime);
        }
    }

    private static String trec(RetrievalRun found) {
        try {
            return found.trec();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "--run: " + e.getMessage());
        }
    }

    private Path data() {
        return data == null ? application.defaultFolder("data") : data;
    }
}
