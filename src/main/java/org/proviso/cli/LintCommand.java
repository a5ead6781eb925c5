package org.proviso.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LintRule.Severity;
import org.proviso.library.LoadResult;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.review.Finding;
import org.proviso.review.Lint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `proviso library lint`
@Command(
        name = "lint",
        description = "Reports everything that is wrong with the library, with file, line, rule and remedy.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day to look at (default: today)")
    private @Nullable String asOf;

    @Option(names = "--strict", description = "exit with 1 for warnings too")
    private boolean strict;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    LintCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        LoadResult library = folders.load(application);
        List<Finding> findings =
                Lint.of(library, MarkdownReader::read, DayOption.read("--as-of", asOf, application.today()));
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        PrintWriter out = spec.commandLine().getOut();
        if (folders.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("errors", errors);
            json.put("warnings", findings.size() - errors);
            json.put("findings", findings.stream().map(LintCommand::row).toList());
            out.println(Json.write(json));
        } else {
            findings.forEach(out::println);
            out.println(summary(library, errors, findings.size() - errors));
        }
        return errors > 0 || (strict && !findings.isEmpty()) ? ExitStatus.REJECTED : ExitStatus.FINE;
    }

    private static String summary(LoadResult library, long errors, long warnings) {
        String counts = errors + warnings == 0 ? "no findings" : errors + " errors, " + warnings + " warnings";
        return library instanceof Loaded loaded
                ? loaded.snapshot().clauses().size() + " clauses, " + counts + "."
                : counts + ": the library cannot be used.";
    }

    private static Map<String, Object> row(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", finding.rule().toString());
        row.put("severity", finding.severity().toString());
        row.put("file", finding.file());
        row.put("line", finding.line());
        row.put("message", finding.message());
        row.put("remedy", finding.remedy());
        return row;
    }
}
