package org.proviso.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.library.LoadResult.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `proviso library lint`
@Command(
        name = "lint",
        description = "Reports everything that is wrong with the library, with file and line.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    LintCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (folders.load(application)) {
            case Loaded loaded -> {
                application.open(loaded.snapshot(), folders.data(application)).verifier();
                out.println(
                        folders.json()
                                ? Json.write(Map.of("problems", List.of()))
                                : loaded.snapshot().clauses().size() + " clauses, no problems.");
                yield ExitStatus.FINE;
            }
            case Refused refused -> {
                out.println(
                        folders.json()
                                ? Json.write(Map.of(
                                        "problems",
                                        refused.problems().stream()
                                                .map(LintCommand::row)
                                                .toList()))
                                : FolderOptions.report(refused, folders.library(application)));
                yield ExitStatus.REJECTED;
            }
        };
    }

    private static Map<String, Object> row(LibraryProblem problem) {
        return Map.of(
                "file", problem.file(),
                "line", problem.line(),
                "message", problem.message(),
                "remedy", problem.remedy());
    }
}
