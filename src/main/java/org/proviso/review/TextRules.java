package org.proviso.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;

/// Clauses whose texts are the same or nearly so.
final class TextRules {

    private final LibrarySources sources;
    private final DocumentReader reader;
    private final Findings findings;

    TextRules(LibrarySources sources, DocumentReader reader, Findings findings) {
        this.sources = sources;
        this.reader = reader;
        this.findings = findings;
    }

    /// @param clauses that are in force
    void check(List<ClauseVersion> clauses) {
        if (!findings.isOn(LintRule.SAME_TEXT) && !findings.isOn(LintRule.NEAR_DUPLICATE)) {
            return;
        }
        List<String> texts = clauses.stream()
                .map(clause -> canonical(clause.forms().getFirst()))
                .toList();
        Map<String, List<ClauseVersion>> same = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            same.computeIfAbsent(texts.get(i), _ -> new ArrayList<>(1)).add(clauses.get(i));
        }
        same.values().stream().filter(group -> group.size() > 1).forEach(this::same);
        if (findings.isOn(LintRule.NEAR_DUPLICATE)) {
            for (SimilarTexts.Pair pair : SimilarTexts.among(
                    texts, clauses.stream().map(ClauseVersion::family).toList())) {
                near(clauses.get(pair.one()), clauses.get(pair.other()), pair.similarity());
            }
        }
    }

    private void same(List<ClauseVersion> group) {
        Map<List<String>, ClauseVersion> first = new LinkedHashMap<>();
        for (ClauseVersion clause : group) {
            List<String> forms = clause.forms().stream().map(this::canonical).toList();
            ClauseVersion other = first.putIfAbsent(forms, clause);
            if (other != null) {
                findings.report(
                        LintRule.SAME_TEXT,
                        sources.text(clause.versionId(), 0),
                        clause.versionId() + " has the same text as " + other.versionId() + ".",
                        "Keep one clause, and name it wherever the text is wanted.");
            }
        }
    }

    private void near(ClauseVersion one, ClauseVersion other, double similarity) {
        findings.report(
                LintRule.NEAR_DUPLICATE,
                sources.text(other.versionId(), 0),
                String.format(
                        Locale.ROOT,
                        "%s shares %.0f %% of its phrases with %s of another family.",
                        other.versionId(),
                        Math.floor(similarity * 100),
                        one.versionId()),
                "Keep one clause, or put both in one family if they serve one purpose.");
    }

    private String canonical(ClauseForm form) {
        return reader.read(form.text()).blocks().stream().map(TextRules::text).collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        return block.label() + " " + Token.text(block.tokens());
    }
}
