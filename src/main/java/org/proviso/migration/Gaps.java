package org.proviso.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.proviso.clause.SlotType;
import org.proviso.migration.Piece.Gap;
import org.proviso.migration.Piece.Words;

/// The slots of one source: a name is one slot in all of its clauses.
///
/// A label that says what it is (a date, a law, a time, an amount, a party) has that type if the value reads
/// well wherever it stands: `on {{effective-date}}`, but not `the {{effective-date}}`. Others are text.
final class Gaps {

    private static final Pattern DATE = Pattern.compile("(?:.* )?date");
    private static final Pattern LAW = Pattern.compile("(?:.* )?(?:governing law|jurisdiction)");
    private static final Pattern DURATION = Pattern.compile("(?:.* )?(?:period|term|duration)");
    private static final Pattern MONEY = Pattern.compile("(?:.* )?(?:fee|amount|price)");
    private static final Pattern PARTY = Pattern.compile(
            "customer|provider|company|vendor|supplier|client|partner|licensor|licensee|discloser|recipient|seller|buyer"
                    + "|party(?: (?:1|2|a|b|one|two))?|(?:customer|provider|company|party) name");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:^|.*\\W)(?:the|a|an|any|such|this|that|each|every|state of|initial|its|their)", Pattern.DOTALL);
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    private final Map<String, Set<SlotType>> types = new HashMap<>();

    /// The part of a label behind which a genitive's ending is no more part of the name.
    static String name(String label) {
        return POSSESSIVE.matcher(label.strip()).replaceFirst("");
    }

    /// What is printed behind the slot.
    static String ending(String label) {
        return label.strip().substring(name(label).length());
    }

    static String slot(String label) {
        return Names.slug(name(label));
    }

    /// Looks at every gap of a paragraph, before any is asked for.
    void look(Paragraph paragraph) {
        StringBuilder before = new StringBuilder();
        for (Piece piece : paragraph.pieces()) {
            switch (piece) {
                case Words words -> before.append(words.text());
                case Piece.Title title -> before.append(title.text());
                case Gap gap -> {
                    SlotType type = named(name(gap.label()).toLowerCase(java.util.Locale.ROOT));
                    boolean reads = type == SlotType.PARTY
                            || !ARTICLE.matcher(tail(before)).matches();
                    types.computeIfAbsent(slot(gap.label()), _ -> new HashSet<>())
                            .add(
                                    reads && ending(gap.label()).isEmpty() || type == SlotType.PARTY
                                            ? type
                                            : SlotType.TEXT);
                    before.append(gap.label());
                }
            }
        }
    }

    private static String tail(StringBuilder before) {
        return before.substring(Math.max(0, before.length() - 40)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static SlotType named(String label) {
        if (DATE.matcher(label).matches()) {
            return SlotType.DATE;
        }
        if (LAW.matcher(label).matches()) {
            return SlotType.JURISDICTION;
        }
        if (DURATION.matcher(label).matches()) {
            return SlotType.DURATION;
        }
        if (MONEY.matcher(label).matches()) {
            return SlotType.MONEY;
        }
        return PARTY.matcher(label).matches() ? SlotType.PARTY : SlotType.TEXT;
    }

    SlotType type(String label) {
        Set<SlotType> seen = types.getOrDefault(slot(label), Set.of());
        return seen.size() == 1 ? seen.iterator().next() : SlotType.TEXT;
    }

    /// The slot's keys in the front matter.
    Map<String, Object> declaration(String label) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type(label).toString());
        fields.put("ask", "What is filled in for " + name(label) + "?");
        return fields;
    }
}
