package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;

/// An approved document, before anyone changes it.
///
/// @param clauses its clauses in order
/// @param lines its paragraphs in order
record Victim(Deal deal, List<ClauseVersion> clauses, List<Line> lines) {

    /// A paragraph as it is printed.
    ///
    /// @param mark the marks of a heading, such as `## `, or an empty string
    /// @param label without the space behind it, or an empty string
    /// @param clause the place of its clause, -1 for a heading
    record Line(String mark, String label, String text, int clause) {

        Line withText(String other) {
            return new Line(mark, label, other, clause);
        }

        Line withLabel(String other) {
            return new Line(mark, other, text, clause);
        }

        boolean isHeading() {
            return clause < 0;
        }

        String printed() {
            return mark + label + (label.isEmpty() ? "" : " ") + text;
        }
    }

    Victim {
        clauses = List.copyOf(clauses);
        lines = List.copyOf(lines);
    }

    String text() {
        return text(lines);
    }

    static String text(List<Line> lines) {
        return lines.stream().map(Line::printed).collect(Collectors.joining("\n\n", "", "\n"));
    }

    /// The text with one paragraph changed.
    String with(int at, Line line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(at, line);
        return text(changed);
    }

    /// The text with another paragraph before the one at `at`.
    String withInserted(int at, String paragraph) {
        List<Line> changed = new ArrayList<>(lines);
        changed.add(at, new Line("", "", paragraph, -1));
        return text(changed);
    }

    /// Where the lines of a clause begin.
    int start(int clause) {
        int at = 0;
        while (lines.get(at).clause() != clause) {
            at++;
        }
        return at;
    }

    /// The line behind the last one of a clause.
    int end(int clause) {
        int at = start(clause);
        while (at < lines.size() && lines.get(at).clause() == clause) {
            at++;
        }
        return at;
    }

    List<Line> linesOf(int clause) {
        return lines.subList(start(clause), end(clause));
    }
}
