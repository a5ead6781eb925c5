package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.verification.oracle.NaiveLabels;

/// A clause version filled with a deal's values; a reference stands as its family between two [#REFERENCE]s.
record Approved(ClauseVersion clause, List<Paragraph> paragraphs, String title) {

    static final String REFERENCE = "\ue001";
    private static final Pattern REFERENCES = Pattern.compile(REFERENCE + "([a-z0-9.-]+)" + REFERENCE);

    static Approved of(ClauseVersion clause, Deal deal) {
        String filled = deal.filler(family -> REFERENCE + family + REFERENCE)
                .fill(clause.text().source());
        List<Paragraph> paragraphs = PlainReader.read(escaped(filled));
        if (paragraphs == null || paragraphs.isEmpty()) {
            throw new IllegalStateException(clause.versionId() + " is not simple: " + filled);
        }
        return new Approved(clause, paragraphs, Folding.fold(clause.title()));
    }

    /// Values and texts with underscores are printed as they are.
    private static String escaped(String filled) {
        return filled.replace("_", "\\_");
    }

    boolean hasReferences() {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.text().contains(REFERENCE));
    }

    /// The labels that the references print if the paragraphs from `from` on are this clause, by family; else
    /// null.
    @Nullable
    Map<String, List<String>> match(List<Paragraph> document, int from) {
        if (from + paragraphs.size() > document.size()) {
            return null;
        }
        Map<String, List<String>> references = new HashMap<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph approved = paragraphs.get(i);
            Paragraph found = document.get(from + i);
            boolean labelsAgree =
                    i == 0 || approved.label().isEmpty() == found.label().isEmpty();
            if (!labelsAgree || !sameText(approved.text(), found.text(), references)) {
                return null;
            }
            if (i > 0 && !found.label().isEmpty()) {
                labels.add(found.label());
            }
        }
        return NaiveLabels.say(labels(), labels) ? references : null;
    }

    /// The labels behind the first paragraph.
    List<String> labels() {
        return paragraphs.stream()
                .skip(1)
                .map(Paragraph::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static boolean sameText(String approved, String found, Map<String, List<String>> references) {
        if (!approved.contains(REFERENCE)) {
            return approved.equals(found);
        }
        List<String> families = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        Matcher matcher = REFERENCES.matcher(approved);
        while (matcher.find()) {
            pattern.append(Pattern.quote(approved.substring(at, matcher.start())))
                    .append("([0-9.()a-z]+)");
            families.add(matcher.group(1));
            at = matcher.end();
        }
        pattern.append(Pattern.quote(approved.substring(at)));
        Matcher labels = Pattern.compile(pattern.toString()).matcher(found);
        if (!labels.matches()) {
            return false;
        }
        for (int i = 0; i < families.size(); i++) {
            references.computeIfAbsent(families.get(i), _ -> new ArrayList<>()).add(labels.group(i + 1));
        }
        return true;
    }
}
