package org.proviso.app;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.SigningKey;
import org.proviso.cli.Application;
import org.proviso.cli.Workbench;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// The application as the command line sees it.
final class ProvisoApplication implements Application {

    private final PrintWriter err;

    /// @param err where long work shows its progress
    ProvisoApplication(PrintWriter err) {
        this.err = err;
    }

    @Override
    public LoadResult load(Path library) throws IOException {
        return LibraryLoader.load(library);
    }

    @Override
    public Workbench open(LibrarySnapshot library, Path data) {
        // A command answers on the terminal; what an index has to report is for a server's log.
        Logger.getLogger("").setLevel(Level.WARNING);
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new CommandWorkbench(library, data, clock, new ProgressBar(err, ProgressBar::isTerminal, clock));
    }

    @Override
    public int serve(Path library, Path data, @Nullable Integer port) {
        // A malformed address then reaches the guard, which answers with a problem detail, and not with an empty 400.
        System.setProperty("vertx.disableURIValidation", "true");
        System.setProperty("proviso.library", library.toString());
        System.setProperty("proviso.data", data.toString());
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        AtomicInteger status = new AtomicInteger();
        Quarkus.run(null, (exit, failure) -> {
            status.set(exit);
            if (failure != null) {
                err.println(rootOf(failure).getMessage());
            }
        });
        return status.get();
    }

    /// What really went wrong: what wraps it speaks of beans.
    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof IllegalStateException)) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public SigningKey signingKey(Path data) throws IOException {
        return ServerKey.open(ServerKey.configured(), data);
    }

    @Override
    public Path projectionFile() {
        return InstalledProjection.file();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    @Override
    public Path defaultFolder(String name) {
        Path here = Path.of(name);
        String home = System.getProperty("proviso.home");
        return home == null || Files.isDirectory(here) ? here : Path.of(home).resolve(name);
    }
}
