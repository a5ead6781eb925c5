package org.proviso.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.proviso.clause.SlotFormat;
import org.proviso.verification.Completeness;
import org.proviso.verification.Deviation;
import org.proviso.verification.FoundValue;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;

/// A verification in words, for a terminal.
record VerificationReport(SlotFormat format, String source, Verification verification) {

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %.1f %% of the text is approved (%d clauses, library %s, as of %s).%n",
                verification.verdict(),
                Math.floor(verification.coverage() * 1000) / 10,
                verification.spans().size(),
                verification.root().hex().substring(0, 12),
                verification.asOf());
        verification.deviations().forEach(deviation -> print(deviation, out));
        if (verification.verdict() == Verdict.VALUES_UNCONFIRMED) {
            out.println();
            out.println("These values are yours to confirm (--value SLOT=VALUE or --values FILE):");
            verification.values().values().stream()
                    .filter(value -> !value.confirmed())
                    .forEach(value -> print(value, out));
        }
        Completeness completeness = verification.completeness();
        if (completeness != null && !completeness.holds()) {
            out.println();
            out.println("As a " + completeness.contractType() + " it is incomplete: missing " + completeness.missing()
                    + ", repeated " + completeness.repeated() + ", unexpected " + completeness.unexpected()
                    + ", out of order " + completeness.outOfOrder() + ".");
        }
        out.println();
        out.println(Verification.LIMITS);
    }

    private void print(Deviation deviation, PrintWriter out) {
        out.println();
        out.println(place(deviation.start()) + " " + deviation.kind() + ": " + deviation.reason());
        deviation
                .nearest()
                .forEach(nearest -> out.printf(
                        Locale.ROOT, "  nearest: %s (%.0f %% alike)%n", nearest.clause(), nearest.score() * 100));
    }

    private void print(FoundValue value, PrintWriter out) {
        out.println("  " + value.slot().name() + " (" + value.slot().type() + "): "
                + format.print(value.slot(), value.value()) + "  at " + place(value.start()));
    }

    /// Line and column, from 1.
    private String place(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return line + ":" + (offset - lineStart + 1);
    }
}
