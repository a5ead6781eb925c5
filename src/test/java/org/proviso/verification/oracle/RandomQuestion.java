package org.proviso.verification.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.library.LibrarySnapshot;

/// Documents made of a library's clauses, and mutated; with values that are complete, partial, wrong or missing.
final class RandomQuestion {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Dice dice;
    private final Set<Feature> features;
    private final LibrarySnapshot library;
    private final Map<String, String> printed = new HashMap<>();
    private final Map<String, SlotValue> decisions = new HashMap<>();

    private RandomQuestion(Dice dice, Set<Feature> features) {
        this.dice = dice;
        this.features = features;
        this.library = RandomLibrary.random(dice, features);
        for (Slot slot : Vocabulary.SLOTS) {
            if (slot.type() == SlotType.FLAG) {
                decisions.put(slot.name(), new Flag(dice.chance(0.5)));
            } else if (slot.type() == SlotType.ROWS) {
                decisions.put(slot.name(), Quantity.count(dice.between(1, 3)));
                for (int row = 1; row <= 3; row++) {
                    for (String column : slot.columns().keySet()) {
                        roll(Slot.inRow(slot.name(), row, column));
                    }
                }
            } else {
                roll(slot.name());
            }
        }
        RandomLibrary.FAMILIES.forEach(family -> printed.put("ref:" + family, dice.of(Vocabulary.REFERENCES)));
    }

    static Question random(Dice dice, Set<Feature> features) {
        return new RandomQuestion(dice, features).build();
    }

    private void roll(String name) {
        printed.put(name, dice.of(Vocabulary.values(name)));
    }

    private Question build() {
        Map<String, SlotValue> expected = expected();
        List<String> paragraphs = new ArrayList<>();
        List<ClauseVersion> clauses = List.copyOf(library.clauses());
        Set<FamilyId> families = new HashSet<>();
        int count = dice.of(1, 1, 2, 2, 3, 4);
        for (int i = 0; i < count; i++) {
            append(likelyClause(clauses, families), paragraphs);
        }
        if (dice.chance(0.45)) {
            new ParagraphMutations(dice).mutate(paragraphs);
        }
        if (features.contains(Feature.CONTENTS) && dice.chance(0.12)) {
            addContents(paragraphs);
        }
        String text = String.join("\n\n", paragraphs);
        return new Question(
                library,
                text.isBlank() ? "Red" : text,
                TODAY,
                expected,
                features.contains(Feature.RECIPE) && dice.chance(0.4)
                        ? dice.of(List.copyOf(library.contractTypes()))
                        : null,
                features.contains(Feature.JURISDICTION) && dice.chance(0.4)
                        ? new Jurisdiction(dice.of("US-DE", "GB-EAW", "DE"))
                        : null);
    }

    /// Mostly one that is in force and whose family is not there yet.
    private ClauseVersion likelyClause(List<ClauseVersion> clauses, Set<FamilyId> families) {
        ClauseVersion clause = dice.of(clauses);
        for (int i = 0; i < 4 && (!clause.isValid(TODAY) || families.contains(clause.family())); i++) {
            clause = dice.of(clauses);
        }
        families.add(clause.family());
        return clause;
    }

    private void append(ClauseVersion clause, List<String> paragraphs) {
        if (dice.chance(0.2)) {
            paragraphs.add(dice.of("# ", "", "## 1. ", "(a) ") + dice.of(dice.of(Vocabulary.HEADINGS), clause.title()));
        }
        if (features.contains(Feature.PAGE_NUMBERS) && dice.chance(0.1)) {
            paragraphs.add(dice.of("Page 3", "Page 3 of 12", "Page three", "- Page 3"));
        }
        if (dice.chance(0.08)) {
            roll(dice.of(Vocabulary.PRINTED));
        }
        Map<String, String> here = new HashMap<>(printed);
        if (dice.chance(0.1)) {
            here.remove(dice.of(Vocabulary.PRINTED));
        } else if (dice.chance(0.1)) {
            here.put(dice.of(Vocabulary.PRINTED), dice.of(Vocabulary.SPOILERS));
        }
        String text = clause.fill(here, decisions).strip();
        String label = dice.chance(0.3) ? dice.of(Vocabulary.LABELS) + " " : "";
        if (!text.isEmpty()) {
            paragraphs.addAll(List.of((label + text).split("\n\n")));
        }
    }

    private void addContents(List<String> paragraphs) {
        List<String> headings = paragraphs.stream()
                .filter(paragraph -> paragraph.startsWith("#") || dice.chance(0.05))
                .map(paragraph -> paragraph.replaceFirst("^#+ ", "") + dice.of("", " .... 3", "... 12", " 3"))
                .collect(Collectors.toCollection(ArrayList::new));
        headings.addFirst(dice.of("Contents", "Table of Contents"));
        paragraphs.addAll(0, headings);
    }

    /// Everything, much, something wrong, or nothing.
    private Map<String, SlotValue> expected() {
        Map<String, SlotValue> expected = new TreeMap<>(decisions);
        printed.forEach((name, words) -> {
            if (!name.startsWith("ref:")) {
                SlotValue value = Vocabulary.value(library.slotFormat(), name, words);
                if (value != null) {
                    expected.put(name, value);
                }
            }
        });
        switch (dice.upTo(5)) {
            case 0 -> expected.clear();
            case 1 -> expected.keySet().removeIf(_ -> dice.chance(0.3));
            case 2 -> {
                String name = dice.of(Vocabulary.PRINTED);
                SlotValue other = Vocabulary.value(library.slotFormat(), name, dice.of(Vocabulary.values(name)));
                if (other != null) {
                    expected.put(name, other);
                }
            }
            default -> {}
        }
        return expected;
    }
}
