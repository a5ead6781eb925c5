package org.proviso.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `proviso eval …`
@Command(name = "eval", description = "Measures Proviso on data sets.", mixinStandardHelpOptions = true)
final class EvalCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to measure: verification or retrieval.");
    }
}
