package org.proviso.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a report is printed; text for people unless one is given.
final class ReportFormat {

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--markdown", description = "print Markdown")
    private boolean markdown;

    /// Prints scores as JSON, or a report on them.
    ///
    /// @param format null if none is given
    static void print(@Nullable ReportFormat format, Object scores, ScoresReport report, PrintWriter out) {
        if (isJson(format)) {
            out.println(Json.write(scores));
        } else {
            out.print(format != null && format.markdown ? report.markdown() : report.text());
        }
        out.flush();
    }

    static boolean isJson(@Nullable ReportFormat format) {
        return format != null && format.json;
    }
}
