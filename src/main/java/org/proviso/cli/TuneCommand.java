package org.proviso.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.RetrievalTask;
import org.proviso.retrieval.Projection;
import org.proviso.tuning.ProjectionFile;
import org.proviso.tuning.Searches;
import org.proviso.tuning.Tuning;
import org.proviso.tuning.TuningScores;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `proviso tune`
@Command(
        name = "tune",
        description = "Learns from judged queries to find what answers them, measures whether that helps with other"
                + " queries, and keeps what it learned only if so.",
        mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RetrievalDataOptions source;

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "queries in the place of DIR/queries.jsonl; given again, the same queries in other words")
    private List<Path> queries = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "how the queries are dealt to the parts of the cross-validation (default: 1)")
    private long seed;

    @Option(names = "--source", paramLabel = "TEXT", description = "what the queries are, for the file's provenance")
    private @Nullable String origin;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to keep what was learned (default: config/projection.safetensors, which every search"
                    + " then uses)")
    private @Nullable Path output;

    @ArgGroup
    private @Nullable ReportFormat format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TuneCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Path file = output == null ? application.projectionFile() : output;
        OutputFile.folder(file);
        List<RetrievalTask> wordings = new ArrayList<>();
        if (queries.isEmpty()) {
            wordings.add(source.read(application, null));
        }
        queries.forEach(wording -> wordings.add(source.read(application, wording)));
        RetrievalTask first = wordings.getFirst();
        Tuning.Result result;
        String model;
        try (Workbench workbench = source.open(application, first)) {
            Searches searches = workbench.searches();
            model = searches.embedder().modelId();
            result = new Tuning(
                            wordings,
                            source.judgedOnly(),
                            searches,
                            step -> spec.commandLine().getErr().println(step + " …"))
                    .run(seed);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
        TuningScores scores = result.scores();
        boolean isKept = scores.wins() || scores.lateWins();
        if (isKept) {
            Projection projection = scores.wins()
                    ? result.projection()
                    : Projection.identity(result.projection().dimensions());
            OutputFile.write(
                    file,
                    new ProjectionFile(
                                    projection,
                                    scores.lateWins() ? result.tokens() : null,
                                    model,
                                    provenance(first, scores))
                            .bytes());
        }
        ReportFormat.print(
                format,
                scores,
                new TuningScoresReport(scores, isKept ? file : null),
                spec.commandLine().getOut());
        return isKept ? ExitStatus.FINE : ExitStatus.REJECTED;
    }

    private SortedMap<String, String> provenance(RetrievalTask task, TuningScores scores) {
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.put("made-by", "proviso tune");
        provenance.put("made-on", application.today().toString());
        provenance.put("seed", Long.toString(seed));
        provenance.put("corpus", task.corpus().library().root().hex());
        provenance.put("queries", Integer.toString(scores.queries()));
        provenance.put("ndcg@5-untuned", TuningScoresReport.decimal(scores.untuned()));
        provenance.put(
                "ndcg@5-unseen-queries",
                TuningScoresReport.decimal(scores.unseenQueries().mean()));
        if (scores.unseenTopics() != null) {
            provenance.put(
                    "ndcg@5-unseen-topics",
                    TuningScoresReport.decimal(scores.unseenTopics().mean()));
        }
        if (scores.late() != null) {
            provenance.put(
                    "ndcg@5-late-without",
                    TuningScoresReport.decimal(scores.late().without()));
            provenance.put(
                    "ndcg@5-late-unseen-queries",
                    TuningScoresReport.decimal(scores.late().unseenQueries().mean()));
        }
        if (origin != null) {
            provenance.put("source", origin);
        }
        return provenance;
    }
}
