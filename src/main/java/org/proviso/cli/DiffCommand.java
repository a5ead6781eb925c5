package org.proviso.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.review.LibraryDiff;
import org.proviso.review.LibraryDiff.ClauseChange;
import org.proviso.review.LibraryDiff.ContractTypeChange;
import org.proviso.review.LibraryDiff.FieldChange;
import org.proviso.review.LibraryDiff.Kind;
import org.proviso.verification.Deviation.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso library diff`
@Command(
        name = "diff",
        description = "Shows what changed between two libraries: clauses added, changed, retired, and how.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Application application;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "a library's folder")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "another's")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path after;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DiffCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        LibrarySnapshot old = FolderOptions.snapshot(application, before);
        LibraryDiff diff = LibraryDiff.between(old, FolderOptions.snapshot(application, after), MarkdownReader::read);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(view(diff)));
        } else {
            print(diff, out);
        }
        return ExitStatus.FINE;
    }

    private static void print(LibraryDiff diff, PrintWriter out) {
        diff.settings().forEach(field -> out.println("library.yaml: " + line(field)));
        for (ClauseChange change : diff.clauses()) {
            out.println(name(change.kind()) + ": " + change.clause()
                    + (change.kind() == Kind.NEW_VERSION ? ", compared with " + change.against() : ""));
            change.fields().forEach(field -> out.println("  " + line(field)));
            if (!change.difference().isEmpty()) {
                out.println("  text: " + new DifferenceText(Markup.TEXT).write(change.difference()));
            }
        }
        for (ContractTypeChange change : diff.contractTypes()) {
            out.println(name(change.kind()) + ": contract type " + change.contractType());
            change.fields().forEach(field -> out.println("  " + line(field)));
        }
        if (diff.settings().isEmpty()
                && diff.clauses().isEmpty()
                && diff.contractTypes().isEmpty()) {
            out.println("No difference.");
        }
        out.println("root " + diff.before().hex().substring(0, 12) + " → "
                + diff.after().hex().substring(0, 12));
    }

    private static String line(FieldChange field) {
        return field.field() + ": "
                + (field.before().isEmpty() ? "" : Markup.TEXT.missing(field.before()) + " ")
                + (field.after().isEmpty() ? "" : Markup.TEXT.added(field.after()));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> view(LibraryDiff diff) {
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (ClauseChange change : diff.clauses()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("kind", name(change.kind()).replace(' ', '-'));
            view.put("clause", change.clause().toString());
            if (change.against() != null) {
                view.put("against", change.against().toString());
            }
            view.put("fields", change.fields());
            view.put(
                    "difference",
                    change.difference().stream().map(DiffCommand::part).toList());
            clauses.add(view);
        }
        List<Map<String, Object>> contractTypes = new ArrayList<>();
        for (ContractTypeChange change : diff.contractTypes()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("kind", name(change.kind()));
            view.put("contractType", change.contractType().value());
            view.put("fields", change.fields());
            contractTypes.add(view);
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("before", diff.before().hex());
        view.put("after", diff.after().hex());
        view.put("settings", diff.settings());
        view.put("clauses", clauses);
        view.put("contractTypes", contractTypes);
        return view;
    }

    private static Map<String, String> part(Difference part) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("operation", part.operation().name().toLowerCase(Locale.ROOT));
        view.put("before", part.approved());
        view.put("after", part.found());
        return view;
    }
}
