package org.proviso.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.proviso.evaluation.NaiveText.Paragraph;

/// A set of texts that can tell whether another text is made of them, by comparing strings.
final class NaiveLibrary {

    private final Set<String> texts = new HashSet<>();
    private int longest;

    /// The form that texts share which are the same clause: the label of the first paragraph is free, a later one
    /// is only there or not.
    static String form(String text) {
        return form(NaiveText.paragraphs(text));
    }

    void add(String text) {
        List<Paragraph> paragraphs = NaiveText.paragraphs(text);
        texts.add(form(paragraphs));
        longest = Math.max(longest, paragraphs.size());
    }

    /// Whether `text` is one of the texts or several of them, paragraph after paragraph.
    boolean holds(String text) {
        List<Paragraph> paragraphs = NaiveText.paragraphs(text);
        boolean[] heldUpTo = new boolean[paragraphs.size() + 1];
        heldUpTo[0] = !paragraphs.isEmpty();
        for (int end = 1; end <= paragraphs.size(); end++) {
            for (int start = Math.max(0, end - longest); start < end; start++) {
                heldUpTo[end] |= heldUpTo[start] && texts.contains(form(paragraphs.subList(start, end)));
            }
        }
        return heldUpTo[paragraphs.size()];
    }

    private static String form(List<Paragraph> paragraphs) {
        StringBuilder form = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            // No paragraph holds a line end, so one and two of them say different things.
            form.append(form.isEmpty() ? "" : paragraph.labelled() ? "\n\n" : "\n")
                    .append(paragraph.words());
        }
        return form.toString();
    }
}
