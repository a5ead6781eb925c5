package org.proviso.cli;

import picocli.CommandLine.Option;

/// How a report is printed; text for people unless one is given.
final class ReportFormat {

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--markdown", description = "print Markdown")
    private boolean markdown;

    boolean json() {
        return json;
    }

    boolean markdown() {
        return markdown;
    }
}
