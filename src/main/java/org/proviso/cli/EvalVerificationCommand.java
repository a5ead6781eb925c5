package org.proviso.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.EditPair;
import org.proviso.evaluation.EditPairs;
import org.proviso.evaluation.UnreadableDataException;
import org.proviso.evaluation.VerificationEvaluation;
import org.proviso.evaluation.VerificationScores;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso eval verification`
@Command(
        name = "verification",
        description = "Takes originals as the library, and counts originals that are not verified and edits that are"
                + " not rejected.",
        mixinStandardHelpOptions = true)
final class EvalVerificationCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON Lines with \"original\" and \"altered\"")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> files;

    @ArgGroup
    private @Nullable Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// How to print; text for people unless one is given.
    static final class Format {

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        @Option(names = "--markdown", description = "print Markdown")
        private boolean markdown;
    }

    @Override
    public Integer call() {
        VerificationScores scores = VerificationEvaluation.of(pairs(), System::nanoTime);
        PrintWriter out = spec.commandLine().getOut();
        if (format != null && format.json) {
            out.println(Json.write(scores));
        } else if (format != null && format.markdown) {
            out.print(new VerificationScoresReport(scores).markdown());
        } else {
            out.print(new VerificationScoresReport(scores).text());
        }
        out.flush();
        return scores.holds() ? ExitStatus.FINE : ExitStatus.REJECTED;
    }

    private List<EditPair> pairs() {
        try {
            return EditPairs.read(files.stream().distinct().toList());
        } catch (UnreadableDataException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    e.getMessage() + "\n" + e.problems().size() + " problems: nothing was measured.");
        }
    }
}
