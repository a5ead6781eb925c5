package org.proviso.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.proviso.library.LibraryLock;
import org.proviso.library.LibraryLock.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `proviso library lock`
@Command(
        name = "lock",
        description = "Writes library.lock: from then on, no locked text can change under its number.",
        mixinStandardHelpOptions = true)
final class LockCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    LockCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try {
            Written written = LibraryLock.write(folders.library(application), folders.snapshot(application));
            spec.commandLine()
                    .getOut()
                    .println(
                            folders.json()
                                    ? Json.write(Map.of("locked", written.locked(), "added", written.added()))
                                    : written.locked() + " versions locked, " + written.added() + " of them new.");
            return ExitStatus.FINE;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    "library.lock cannot be written in " + folders.library(application) + ": " + e.getMessage() + ".");
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, e.getMessage() + ". Try again.");
        }
    }
}
