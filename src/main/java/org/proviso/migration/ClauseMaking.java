package org.proviso.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.Piece.Gap;

/// Makes clauses of fields and paragraphs. References become slots as far as the library lets a slot stand
/// there; else the term stands there as the source has it, which is noted.
final class ClauseMaking {

    private static final Pattern NUMBERED = Pattern.compile(
            "\\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|[Pp]aragraphs?|§) ?\\d{1,3}(?:\\.\\d{1,3}){0,5}");

    private final Gaps gaps;

    ClauseMaking(Gaps gaps) {
        this.gaps = gaps;
    }

    /// @param fields without slots
    Optional<ClauseVersion> make(
            Place place, Map<String, Object> fields, List<Paragraph> paragraphs, List<Finding> findings) {
        Wording wording = new Wording(paragraphs, gaps);
        Set<String> terms = wording.misplaced();
        List<Finding> found = new ArrayList<>();
        Optional<ClauseVersion> clause = draft(place, fields, paragraphs, terms).read(found);
        Set<String> all = wording.terms();
        if (clause.isEmpty() && all.size() > terms.size()) {
            List<Finding> foundInWords = new ArrayList<>();
            Optional<ClauseVersion> inWords =
                    draft(place, fields, paragraphs, all).read(foundInWords);
            if (inWords.isPresent() || foundInWords.size() < found.size()) {
                clause = inWords;
                found = foundInWords;
                terms = all;
            }
        }
        findings.addAll(found);
        clause.ifPresent(made -> noteNumbers(made, place, findings));
        if (clause.isPresent() && !terms.isEmpty()) {
            findings.add(Finding.note(
                    place,
                    "As words, not as slots, stand " + String.join(", ", terms)
                            + ": a slot may not stand where they do.",
                    "Say in the contract what they are, or reword the clause around slots."));
        }
        return clause;
    }

    /// Contracts number their clauses themselves, so a number in the text may be another clause's.
    private static void noteNumbers(ClauseVersion clause, Place place, List<Finding> findings) {
        String numbers = NUMBERED.matcher(clause.text().source())
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            findings.add(Finding.note(
                    place,
                    "It refers to others by number: " + Excerpt.of(numbers) + ".",
                    "Write {{ref family}} in place of the number."));
        }
    }

    private Draft draft(Place place, Map<String, Object> fields, List<Paragraph> paragraphs, Set<String> terms) {
        Wording wording = new Wording(paragraphs, gaps);
        Map<String, Object> all = new LinkedHashMap<>(fields);
        Map<String, Object> slots = new LinkedHashMap<>();
        for (Gap gap : wording.slots(terms)) {
            slots.put(Gaps.slot(gap.label()), gaps.declaration(gap.label()));
        }
        if (!slots.isEmpty()) {
            all.put("slots", slots);
        }
        return new Draft(place, all, wording.text(terms), line -> {
            int paragraph = Math.min((line - 1) / 2, paragraphs.size() - 1);
            return paragraphs.get(Math.max(paragraph, 0)).place();
        });
    }

    /// Whether findings from a place on hold a problem.
    static boolean hasProblem(List<Finding> findings, int from) {
        return findings.subList(from, findings.size()).stream().anyMatch(finding -> finding.kind() == Kind.PROBLEM);
    }
}
