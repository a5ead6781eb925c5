package org.proviso.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.proviso.retrieval.IndexProgress;

/// Shows on a terminal how many clauses have their vector; nothing where there is no terminal.
record ProgressBar(PrintWriter err) implements Consumer<IndexProgress> {

    @Override
    public void accept(IndexProgress progress) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return;
        }
        err.print("\rEmbedding clauses: " + progress.vectors() + " of " + progress.clauses()
                + (progress.ready() ? "\r" + " ".repeat(60) + "\r" : ""));
        err.flush();
    }
}
