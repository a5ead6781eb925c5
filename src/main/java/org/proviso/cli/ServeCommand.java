package org.proviso.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `proviso serve`
@Command(name = "serve", description = "Serves REST and chat on this machine.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--port", paramLabel = "N", description = "the port (default: 8080)")
    private @Nullable Integer port;

    ServeCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "--port " + port + " is not a port: give 0 to 65535.");
        }
        var _ = folders.snapshot(application);
        return application.serve(folders.library(application), folders.data(application), port);
    }
}
