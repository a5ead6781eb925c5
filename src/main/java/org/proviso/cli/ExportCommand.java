package org.proviso.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.library.LibrarySnapshot;
import org.proviso.migration.LibraryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso library export`
@Command(
        name = "export",
        description = "Writes the library as JSON lines, which import makes the same library of.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "where to (default: standard output)")
    private @Nullable Path file;

    @Option(names = "--clauses", description = "the clauses only: a bulk file of the library's format")
    private boolean clauses;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ExportCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        LibrarySnapshot library = folders.snapshot(application);
        Stream<String> lines = clauses ? LibraryExport.clauses(library) : LibraryExport.lines(library);
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            lines.forEach(line -> out.print(line + "\n"));
            out.flush();
        } else {
            OutputFile.write(
                    file,
                    lines.map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
        }
        return ExitStatus.FINE;
    }
}
