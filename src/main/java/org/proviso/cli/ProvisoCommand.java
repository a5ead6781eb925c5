package org.proviso.cli;

import java.io.PrintWriter;
import java.util.List;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line's root.
@Command(
        name = "proviso",
        mixinStandardHelpOptions = true,
        version = "proviso 0.1",
        description = "Drafts contracts, answers clause questions and verifies documents from a library of approved"
                + " clauses. It cannot invent a clause.",
        footer = {
            "",
            "Exit status: 0 fine, 1 rejected, 2 wrong use or unreadable input, 3 values open or unconfirmed.",
            "`proviso test` runs the project's tests."
        })
public final class ProvisoCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private ProvisoCommand() {}

    /// Runs one command and returns its exit status; nothing is thrown.
    public static int run(Application application, PrintWriter out, PrintWriter err, String... arguments) {
        LibraryCommand library = new LibraryCommand();
        CommandLine root = new CommandLine(new ProvisoCommand())
                .addSubcommand(new ServeCommand(application))
                .addSubcommand(new SearchCommand(application))
                .addSubcommand(new DraftCommand(application))
                .addSubcommand(new AskCommand(application))
                .addSubcommand(new VerifyCommand(application))
                .addSubcommand(new CheckCommand(application))
                .addSubcommand(new TuneCommand(application))
                .addSubcommand(new CommandLine(library)
                        .addSubcommand(new ExportCommand(application))
                        .addSubcommand(new ImportCommand(application))
                        .addSubcommand(new LintCommand(application))
                        .addSubcommand(new DiffCommand(application))
                        .addSubcommand(new LockCommand(application))
                        .addSubcommand(new RootCommand(application))
                        .addSubcommand(new SignCommand(application))
                        .addSubcommand(new StatsCommand(application)))
                .addSubcommand(new CommandLine(new EvalCommand())
                        .addSubcommand(new EvalVerificationCommand())
                        .addSubcommand(new EvalRetrievalCommand(application)));
        return root.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, _) -> explain(failure, command.getErr()))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    /// Messages of expected failures as they are; of others a short notice, since a stack trace helps no user.
    private static int explain(Exception failure, PrintWriter err) {
        switch (failure) {
            case CommandFailure expected -> {
                err.println(expected.getMessage());
                return expected.status();
            }
            case UnusableSettingException unusable -> {
                err.println(unusable.getMessage());
                return ExitStatus.WRONG_USE;
            }
            case InvalidRequestException invalid -> {
                List<FieldProblem> problems = invalid.problems();
                problems.forEach(problem -> err.println(problem.field() + ": " + problem.message()));
                return ExitStatus.WRONG_USE;
            }
            default -> {
                err.println("Proviso failed: " + failure.getMessage() + ". Set PROVISO_DEBUG=1 to see where.");
                if (System.getenv("PROVISO_DEBUG") != null) {
                    failure.printStackTrace(err);
                }
                return ExitStatus.WRONG_USE;
            }
        }
    }
}
