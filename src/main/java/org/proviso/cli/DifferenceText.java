package org.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import org.proviso.verification.Deviation.Difference;

/// The changes of a text for people, in the words around them.
record DifferenceText(Markup markup) {

    /// Characters of unchanged text that are shown beside a change.
    private static final int CONTEXT = 60;

    /// Characters of a change that are shown.
    private static final int CHANGE = 400;

    /// The changes in the words around them.
    String write(List<Difference> difference) {
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
}
