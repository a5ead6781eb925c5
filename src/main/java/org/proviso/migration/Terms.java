package org.proviso.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.proviso.clause.Excerpt;
import org.proviso.migration.Piece.Words;

/// The clauses of one Markdown file.
final class Terms {

    private final String file;
    private final Units document;
    private final List<Unit> units;
    private final ImportRequest request;

    private Terms(String file, Units document, List<Unit> units, ImportRequest request) {
        this.file = file;
        this.document = document;
        this.units = units;
        this.request = request;
    }

    static Terms read(String file, String markdown, ImportRequest request, List<Finding> findings) {
        Units units = new Units(file, findings);
        List<Unit> read = units.read(MarkdownBlocks.of(markdown));
        return new Terms(file, units, read, request);
    }

    void look(Gaps gaps) {
        units.forEach(unit -> unit.paragraphs.forEach(gaps::look));
    }

    List<Incoming> clauses(Gaps gaps, Names ids, List<Finding> findings) {
        ClauseMaking making = new ClauseMaking(gaps);
        List<Incoming> clauses = new ArrayList<>();
        for (Unit unit : units) {
            String id = ids.unique(Names.prefix(stem()) + "." + Names.slug(unit.title));
            if (unit.unknown.isEmpty()) {
                noteLost(unit, findings);
                making.make(unit.place, fields(id, unit), unit.paragraphs, findings)
                        .ifPresent(clause -> clauses.add(new Incoming(unit.place, clause)));
            }
            unit.unknown.forEach(unknown -> findings.add(Finding.problem(
                    new Place(file, unknown.line(), unit.title),
                    "In the clause stands " + unknown.what() + ", and clauses have no form for it.",
                    "Write it as paragraphs, labelled (a), (b) if need be.")));
        }
        return clauses;
    }

    private String stem() {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private Map<String, Object> fields(String id, Unit unit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("version", 1);
        fields.put("title", unit.title);
        if (!unit.category.isEmpty()) {
            fields.put("category", unit.category);
        }
        fields.put("status", request.status().toString());
        if (isConspicuous(unit)) {
            fields.put("conspicuous", true);
        }
        fields.put("source", document.title().isEmpty() ? file : document.title() + ", " + file);
        if (!document.licence().isEmpty()) {
            fields.put("licence", document.licence());
        }
        return fields;
    }

    private static boolean isConspicuous(Unit unit) {
        return !unit.paragraphs.isEmpty() && unit.paragraphs.stream().allMatch(Paragraph::isStrong);
    }

    private static void noteLost(Unit unit, List<Finding> findings) {
        if (isConspicuous(unit)) {
            findings.add(Finding.note(unit.place, "All of it is bold, so the clause is conspicuous."));
        } else if (unit.paragraphs.stream()
                .flatMap(paragraph -> paragraph.pieces().stream())
                .anyMatch(piece -> piece instanceof Words words
                        && words.strong()
                        && !words.text().isBlank())) {
            unit.lost.add("bold words");
        }
        if (!unit.lost.isEmpty()) {
            findings.add(Finding.note(
                    unit.place,
                    "A clause does without "
                            + unit.lost.stream().distinct().map(Excerpt::of).collect(Collectors.joining(", ")) + "."));
        }
    }
}
