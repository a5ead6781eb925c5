package org.proviso.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.evaluation.ChangeEvaluation;
import org.proviso.evaluation.ChangeLabels;
import org.proviso.evaluation.ChangeScores;
import org.proviso.evaluation.EditPair;
import org.proviso.evaluation.EditPairs;
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

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "what a person says of the changes: JSON Lines with \"id\", \"kinds\" and \"material\"")
    private @Nullable Path labels;

    @ArgGroup
    private @Nullable ReportFormat format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<EditPair> pairs = pairs();
        PrintWriter out = spec.commandLine().getOut();
        Path labelled = labels;
        if (labelled != null) {
            print(ChangeEvaluation.of(pairs, DataFailure.reading(() -> ChangeLabels.read(labelled))), out);
            return ExitStatus.FINE;
        }
        VerificationScores scores = VerificationEvaluation.of(pairs, System::nanoTime);
        ReportFormat.print(format, scores, new VerificationScoresReport(scores), out);
        return scores.holds() ? ExitStatus.FINE : ExitStatus.REJECTED;
    }

    private List<EditPair> pairs() {
        return DataFailure.reading(
                () -> EditPairs.read(files.stream().distinct().toList()));
    }

    private void print(ChangeScores scores, PrintWriter out) {
        if (ReportFormat.isJson(format)) {
            out.println(Json.write(scores));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d labelled pairs: the kinds of change are right in %d (%.1f %%), material or formal in %d (%.1f %%).%n",
                scores.pairs(),
                scores.kindsRight(),
                Math.floor(scores.accuracy() * 1000) / 10,
                scores.materialRight(),
                Math.floor(scores.materialAccuracy() * 1000) / 10);
        scores.kinds()
                .forEach((kind, counts) -> out.printf(
                        Locale.ROOT,
                        "  %-12s both %d, only labelled %d, only found %d%n",
                        kind,
                        counts.both(),
                        counts.missed(),
                        counts.extra()));
        scores.wrong().forEach(out::println);
    }
}
