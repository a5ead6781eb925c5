package org.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.proviso.clause.Excerpt;
import org.proviso.clause.SlotFormat;
import org.proviso.verification.Completeness;
import org.proviso.verification.Deviation;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Operation;
import org.proviso.verification.FoundValue;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;

/// A verification for people: what was changed, how dangerous it is and what the library says, the most dangerous
/// first.
///
/// @param name what the document is called
record VerificationReport(String name, SlotFormat format, String source, Verification verification, Markup markup) {

    /// A clause that is less similar is not shown; the JSON has it.
    private static final double MIN_SCORE = 0.2;

    private static final int MAX_DEVIATIONS = 200;

    /// The whole report.
    String write() {
        StringBuilder report = new StringBuilder();
        report.append(markup.title(verification.verdict() + ": " + markup.text(name)));
        String counted = verification.deviations().isEmpty()
                ? ""
                : ", " + count(verification.deviations().size(), "deviation") + ", the most dangerous first";
        report.append(String.format(
                Locale.ROOT,
                "%.1f %% of the text is approved (%s, library %s, as of %s)%s.%n",
                Math.floor(verification.coverage() * 1000) / 10,
                count(verification.spans().size(), "clause"),
                verification.root().hex().substring(0, 12),
                verification.asOf(),
                counted));
        int number = 1;
        for (Deviation deviation : verification.deviations()) {
            if (number > MAX_DEVIATIONS) {
                report.append("\n")
                        .append(verification.deviations().size() - MAX_DEVIATIONS)
                        .append(" more deviations are not shown; --json gives all.\n");
                break;
            }
            report.append('\n').append(deviation(number++, deviation));
        }
        appendValues(report);
        Completeness completeness = verification.completeness();
        if (completeness != null) {
            appendCompleteness(completeness, report);
        }
        return report.append('\n').append(Verification.LIMITS).append('\n').toString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String deviation(int number, Deviation deviation) {
        StringBuilder text = new StringBuilder();
        List<String> facts = new ArrayList<>();
        if (deviation.kind() == Deviation.Kind.ALTERED) {
            facts.add(deviation.material() ? "material" : "formal");
        }
        deviation.changes().forEach(change -> facts.add(change.toString()));
        text.append(markup.title(number + ". " + deviation.kind()
                + (facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")") + ", " + place(deviation.start())));
        String excerpt = source.substring(deviation.start(), deviation.end());
        if (deviation.difference().isEmpty()) {
            text.append(markup.item("\"" + markup.text(Excerpt.of(excerpt.strip())) + "\""));
        }
        text.append(markup.item(markup.text(deviation.reason())));
        if (!deviation.nearest().isEmpty() && deviation.nearest().getFirst().score() >= MIN_SCORE) {
            text.append(markup.item("nearest: "
                    + deviation.nearest().stream()
                            .map(nearest -> String.format(
                                    Locale.ROOT,
                                    "%s (%.0f %% alike)",
                                    nearest.clause(),
                                    Math.floor(nearest.score() * 100)))
                            .collect(Collectors.joining(", "))));
        }
        List<Difference> difference = deviation.difference();
        if (difference.stream().anyMatch(part -> part.operation() != Operation.EQUAL)) {
            text.append(markup.item(new DifferenceText(markup).write(difference)));
        }
        return text.toString();
    }

    private void appendValues(StringBuilder report) {
        List<FoundValue> open = verification.values().values().stream()
                .filter(value -> !value.confirmed())
                .toList();
        if (verification.verdict() == Verdict.VALUES_UNCONFIRMED && !open.isEmpty()) {
            report.append('\n')
                    .append(markup.title("These values are yours to confirm (--value SLOT=VALUE or --values FILE)"));
            open.forEach(value -> report.append(markup.item(value.slot().name() + " ("
                    + value.slot().type() + "): "
                    + markup.text(format.print(value.slot(), value.value())) + ", " + place(value.start()))));
        }
    }

    private void appendCompleteness(Completeness completeness, StringBuilder report) {
        report.append('\n');
        if (verification.isContract()) {
            report.append(markup.title("A complete " + completeness.contractType()));
        } else {
            report.append(markup.title(
                    "Not " + (completeness.holds() ? "verified" : "complete") + " as " + completeness.contractType()));
        }
        appendList(report, "missing", completeness.missing());
        appendList(report, "more than once", completeness.repeated());
        appendList(report, "not in the recipe", completeness.unexpected());
        appendList(report, "out of order", completeness.outOfOrder());
        appendList(report, "headings missing", completeness.missingHeadings());
        appendList(report, "headings in the wrong place", completeness.unexpectedHeadings());
        appendList(report, "terms used and not defined", completeness.undefinedTerms());
        appendList(report, "terms defined and not used", completeness.unusedTerms());
        appendList(report, "terms defined more than once", completeness.repeatedTerms());
        appendList(report, "references to what is not there", completeness.unresolved());
        completeness
                .approvals()
                .forEach(approval -> report.append(
                        markup.item("to be agreed by " + markup.text(approval.role()) + ": " + approval.clause())));
    }

    private void appendList(StringBuilder report, String what, List<?> items) {
        if (!items.isEmpty()) {
            report.append(markup.item(what + ": "
                    + markup.text(items.stream().map(Object::toString).collect(Collectors.joining(", ")))));
        }
    }

    /// Line and column, from 1.
    private String place(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return "line " + line + ", column " + (offset - lineStart + 1);
    }
}
