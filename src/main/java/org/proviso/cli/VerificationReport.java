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

    /// Characters of unchanged text that are shown beside a change.
    private static final int CONTEXT = 60;

    /// Characters of a change that are shown.
    private static final int CHANGE = 400;

    /// A clause that is less similar is not shown; the JSON has it.
    private static final double MIN_SCORE = 0.2;

    private static final int MAX_DEVIATIONS = 200;

    /// How the report is marked up.
    enum Markup {
        /// For a terminal: `[-missing-]` and `{+added+}`, as `wdiff` and `git diff --word-diff` mark them.
        TEXT {
            @Override
            String title(String text) {
                return text + "\n";
            }

            @Override
            String text(String text) {
                return text.replaceAll("\\p{Cntrl}", " ");
            }

            @Override
            String missing(String text) {
                return "[-" + text(text) + "-]";
            }

            @Override
            String added(String text) {
                return "{+" + text(text) + "+}";
            }

            @Override
            String item(String text) {
                return "  " + text + "\n";
            }
        },
        /// CommonMark with struck text: `~~missing~~` and `**added**`; text of document and library is escaped.
        MARKDOWN {
            @Override
            String title(String text) {
                return "## " + text + "\n\n";
            }

            @Override
            String text(String text) {
                return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
            }

            @Override
            String missing(String text) {
                return "~~" + text(text) + "~~";
            }

            @Override
            String added(String text) {
                return "**" + text(text) + "**";
            }

            @Override
            String item(String text) {
                return "- " + text + "\n";
            }
        };

        abstract String title(String text);

        /// Text that says only what it is, whatever marks it holds.
        abstract String text(String text);

        abstract String missing(String text);

        abstract String added(String text);

        abstract String item(String text);
    }

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
            text.append(markup.item(difference(difference)));
        }
        return text.toString();
    }

    /// The changes in the words around them.
    private String difference(List<Difference> difference) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < difference.size(); i++) {
            Difference part = difference.get(i);
            switch (part.operation()) {
                case EQUAL -> parts.add(context(part.found(), i > 0, i + 1 < difference.size()));
                case INSERTED -> parts.add(markup.added(shortened(part.found())));
                case DELETED -> parts.add(markup.missing(shortened(part.approved())));
                case REPLACED ->
                    parts.add(markup.missing(shortened(part.approved())) + " " + markup.added(shortened(part.found())));
            }
        }
        return String.join(" ", parts);
    }

    private static String shortened(String text) {
        return text.length() <= CHANGE ? text : start(text, CHANGE / 2) + " … " + end(text, CHANGE / 2);
    }

    private String context(String text, boolean afterChange, boolean beforeChange) {
        if (text.length() <= 2 * CONTEXT && afterChange && beforeChange) {
            return markup.text(text);
        }
        String shown = (afterChange ? start(text, CONTEXT) : "")
                + (text.length() <= CONTEXT ? "" : " … ")
                + (beforeChange && (!afterChange || text.length() > CONTEXT) ? end(text, CONTEXT) : "");
        return markup.text(shown.strip());
    }

    /// Whole words from the beginning.
    private static String start(String text, int length) {
        int space = text.length() <= length ? text.length() : text.lastIndexOf(' ', length);
        return text.substring(0, space <= 0 ? Math.min(length, text.length()) : space);
    }

    /// Whole words up to the end.
    private static String end(String text, int length) {
        int space = text.length() <= length ? 0 : text.indexOf(' ', text.length() - length);
        return text.substring(space < 0 ? Math.max(0, text.length() - length) : space)
                .strip();
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
