package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.migration.ImportReport;
import org.proviso.migration.ImportReport.Outcome;
import org.proviso.migration.ImportRequest;
import org.proviso.migration.LibraryImport;
import org.proviso.migration.UnusableImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso library import`
@Command(
        name = "import",
        description = "Brings in clauses from JSON lines, CSV, Excel or Markdown: all of them, or none.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(paramLabel = "SOURCE", description = "a .jsonl, .csv, .xlsx or .md file, or a folder of .md files")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path source;

    @Option(names = "--dry-run", description = "say what would come in, and write nothing")
    private boolean dryRun;

    @Option(names = "--skip", description = "leave out the clauses that cannot come in")
    private boolean skip;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = StatusConverter.class,
            description = "of clauses without one: draft (default), approved or retired")
    private Status status = Status.DRAFT;

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "the default one of a new library")
    private @Nullable String jurisdiction;

    @Option(names = "--column", paramLabel = "KEY=HEADING", description = "the column of a table that holds a key")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--sheet", paramLabel = "NAME", description = "the sheet of a workbook (default: the first)")
    private @Nullable String sheet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ImportCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ImportReport report = LibraryImport.run(new ImportRequest(
                    source,
                    folders.library(application),
                    dryRun,
                    skip,
                    status,
                    jurisdiction == null ? null : new Jurisdiction(jurisdiction),
                    columns,
                    sheet));
            out.println(folders.json() ? Json.write(ImportText.json(report)) : ImportText.of(report));
            return report.outcome() == Outcome.REFUSED ? ExitStatus.REJECTED : ExitStatus.FINE;
        } catch (UnusableImport | IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    "The import failed, and the library is as it was: "
                            + e.getClass().getSimpleName() + ", " + e.getMessage() + ".");
        }
    }
}
