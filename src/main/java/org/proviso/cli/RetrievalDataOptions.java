package org.proviso.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.RetrievalFolder;
import org.proviso.evaluation.RetrievalTask;
import org.proviso.library.LibrarySnapshot;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// A folder of judged queries and what is searched for them: the texts that it brings, or a library.
final class RetrievalDataOptions {

    @Parameters(
            paramLabel = "DIR",
            description = "queries.jsonl, qrels/*.tsv and, unless the library is searched, corpus.jsonl, as in BEIR")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

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

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    boolean judgedOnly() {
        return judgedOnly;
    }

    /// @param queries in the place of those of the folder; null for these
    /// @throws CommandFailure with everything that is wrong with the data
    RetrievalTask read(Application application, @Nullable Path queries) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, "There is no folder " + folder + ". Name one with queries and judgements.");
        }
        RetrievalFolder source = new RetrievalFolder(folder, queries, splits);
        if (!source.hasCorpus()) {
            LibrarySnapshot snapshot = FolderOptions.snapshot(
                    application, library == null ? application.defaultFolder("clause-library") : library);
            return DataFailure.reading(() -> source.read(snapshot, application.today()));
        }
        if (library != null) {
            throw new ParameterException(
                    command.commandLine(),
                    folder + " brings its own corpus.jsonl; a library is searched only for a folder without one.");
        }
        return DataFailure.reading(() -> source.read(application.today()));
    }

    /// Opens what a task is searched in. The index of texts has a folder of its own, so that the library's stays as
    /// it is.
    Workbench open(Application application, RetrievalTask task) {
        LibrarySnapshot searched = task.corpus().library();
        Path kept = data == null ? application.defaultFolder("data") : data;
        boolean ownTexts = new RetrievalFolder(folder, null, splits).hasCorpus();
        return application.open(
                searched,
                ownTexts ? kept.resolve("evaluation").resolve(searched.root().hex()) : kept);
    }
}
