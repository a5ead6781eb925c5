package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Section;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;

/// Prints clauses as a document.
final class Printer {

    private Printer() {}

    /// A document of these clauses with random labels and headings; where one is referred to, all have labels.
    static Victim print(Deal deal, List<ClauseVersion> clauses, Dice dice) {
        boolean referred =
                clauses.stream().anyMatch(clause -> !clause.text().references().isEmpty());
        boolean listed = clauses.stream()
                .anyMatch(clause -> Pattern.compile("\n\\(?[a-z]+[.)] ")
                        .matcher(clause.text().source())
                        .find());
        String style = listed
                ? dice.of("%d.1", "%d.")
                : referred ? dice.of("%d.1", "%d.", "(%c)") : dice.of("", "", "%d.1", "%d.", "(%c)", "%d)");
        boolean headed = dice.chance(0.3);
        List<String> labels = new ArrayList<>();
        Map<String, String> references = new HashMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            String label = style.replace("%d", String.valueOf(i + 1)).replace("%c", String.valueOf((char) ('a' + i)));
            labels.add(label);
            references.put(clauses.get(i).family().value(), label.startsWith("(") ? label : Labels.bare(label));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (headed && dice.chance(0.5)) {
                lines.addAll(headings(deal, clauses.get(i), dice));
            }
            lines.addAll(lines(deal.filler(references::get), clauses.get(i), i, labels.get(i)));
        }
        return new Victim(deal, clauses, lines);
    }

    static List<Line> lines(TemplateFiller filler, ClauseVersion clause, int place, String label) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : filler.fill(clause.text().source()).strip().split("\n[ \t]*\n")) {
            String text = paragraph.strip();
            String own = text.startsWith("- ") ? "-" : Labels.of(text);
            if (!text.isEmpty()) {
                lines.add(new Line(
                        "",
                        lines.isEmpty() ? label : own,
                        text.substring(own.length()).strip(),
                        place));
            }
        }
        return lines;
    }

    private static List<Line> headings(Deal deal, ClauseVersion clause, Dice dice) {
        List<String> sections = deal.library().contractTypes().stream()
                .map(ContractType::sections)
                .flatMap(List::stream)
                .filter(section ->
                        section.items().stream().anyMatch(item -> item.family().equals(clause.family())))
                .map(Section::heading)
                .filter(java.util.Objects::nonNull)
                .toList();
        List<Line> lines = new ArrayList<>();
        if (!sections.isEmpty() && dice.chance(0.6)) {
            lines.add(new Line("## ", dice.of("", "IX.", "L."), dice.of(sections), -1));
        }
        if (lines.isEmpty() || dice.chance(0.3)) {
            lines.add(new Line("### ", "", clause.title(), -1));
        }
        return lines;
    }
}
