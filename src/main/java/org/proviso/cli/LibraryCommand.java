package org.proviso.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `proviso library …`
@Command(name = "library", description = "Looks after the clause library.", mixinStandardHelpOptions = true)
final class LibraryCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: diff, export, import, lint, lock, root, sign or stats.");
    }
}
