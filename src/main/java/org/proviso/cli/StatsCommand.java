package org.proviso.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.LibrarySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `proviso library stats`
@Command(name = "stats", description = "Counts what the library holds.", mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    StatsCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Map<String, Object> stats = stats(folders.snapshot(application));
        PrintWriter out = spec.commandLine().getOut();
        if (folders.json()) {
            out.println(Json.write(stats));
        } else {
            stats.forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        }
        return ExitStatus.FINE;
    }

    private static Map<String, Object> stats(LibrarySnapshot library) {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("library", library.settings().name());
        stats.put("root", library.root().hex());
        stats.put("clauses", library.clauses().size());
        stats.put(
                "families",
                library.clauses().stream().map(ClauseVersion::family).distinct().count());
        stats.put("contractTypes", library.contractTypes().size());
        stats.put("positions", counts(library, clause -> clause.position().toString()));
        stats.put("categories", counts(library, ClauseVersion::category));
        stats.put(
                "jurisdictions",
                counts(library, clause -> clause.jurisdictions().toString()));
        stats.put("status", counts(library, clause -> clause.status().toString()));
        return stats;
    }

    private static Map<String, Long> counts(LibrarySnapshot library, Function<ClauseVersion, String> key) {
        return library.clauses().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
