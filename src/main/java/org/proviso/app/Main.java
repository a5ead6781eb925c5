package org.proviso.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import org.proviso.cli.ProvisoCommand;

/// Where the process starts. Only `serve` boots the server; every other verb is a plain Java program.
@QuarkusMain
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit status.
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        int status = ProvisoCommand.run(new ProvisoApplication(err), out, err, arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }
}
