package org.proviso.cli;

/// Scores in words.
interface ScoresReport {

    /// For a terminal.
    String text();

    String markdown();
}
