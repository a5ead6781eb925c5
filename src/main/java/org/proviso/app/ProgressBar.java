package org.proviso.app;

import java.io.Console;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.proviso.retrieval.IndexProgress;

/// Shows on a terminal how many clauses have their vector, on one line that is gone when all have; nothing where
/// there is no terminal.
final class ProgressBar implements Consumer<IndexProgress> {

    private final PrintWriter err;
    private final BooleanSupplier terminal;
    private final ProgressText text;
    /// How many characters stand on the line.
    private int shown;

    /// @param terminal whether somebody looks
    ProgressBar(PrintWriter err, BooleanSupplier terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.text = new ProgressText(clock);
    }

    /// Whether this process talks to a terminal.
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public void accept(IndexProgress progress) {
        if (!terminal.getAsBoolean()) {
            return;
        }
        String line = progress.complete() ? "" : "Embedding " + text.of(progress);
        if (line.isEmpty() && shown == 0) {
            return;
        }
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())) + (line.isEmpty() ? "\r" : ""));
        err.flush();
        shown = line.length();
    }
}
