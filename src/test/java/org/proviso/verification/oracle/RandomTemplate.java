package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Texts of clauses over the [Vocabulary].
record RandomTemplate(Dice dice, Set<Feature> features) {

    String text() {
        List<String> blocks = new ArrayList<>();
        List<String> labels = new ArrayList<>(dice.of(Vocabulary.LISTS));
        int count = dice.of(1, 1, 1, 2, 2, 3, 4);
        for (int i = 0; i < count; i++) {
            blocks.add((i > 0 && dice.chance(0.5) ? labels.removeFirst() + " " : "") + block());
        }
        String text = String.join("\n\n", blocks);
        if (features.contains(Feature.ROWS) && dice.chance(0.08)) {
            return text + "\n\n{{#each r}}" + dice.of("", "(a) ", "- ") + "fee {{c}} of {{v}}\n\n{{/each}}" + block();
        }
        return text;
    }

    /// A text that shares much with another one.
    String like(String text) {
        return switch (dice.upTo(7)) {
            case 0, 1 -> text;
            case 2 -> text + "\n\n" + block();
            case 3 -> text.contains("\n\n") && !text.contains("{{#") ? text.substring(0, text.indexOf("\n\n")) : text;
            case 4 -> text + " " + word();
            case 5 -> "Red " + text;
            default -> text.replaceFirst("red|blue|fee", word());
        };
    }

    private String block() {
        List<String> parts = new ArrayList<>(List.of(
                features.contains(Feature.SLOT_FIRST) && dice.chance(0.25) ? slot() : dice.of(Vocabulary.WORDS)));
        int count = dice.upTo(5);
        for (int i = 0; i < count; i++) {
            boolean mayBeSlot = !parts.getLast().endsWith("}");
            parts.add(mayBeSlot && dice.chance(0.45) ? gap() : word());
        }
        return String.join(" ", parts);
    }

    private String word() {
        return dice.of(Vocabulary.WORDS) + (dice.chance(0.1) ? "," : "");
    }

    private String gap() {
        return switch (dice.upTo(12)) {
            case 0 -> "{{#if f}}" + word() + "{{/if}}";
            case 1 -> "{{#if g}}red{{else}}" + word() + " " + word() + "{{/if}}";
            case 2 -> "{{#if f}}{{#if g}}blue " + slot() + "{{/if}} fee{{/if}}";
            case 3 -> features.contains(Feature.ROWS) ? "{{#each s}}of {{c}}, {{/each}}" : slot();
            case 4 -> features.contains(Feature.REFERENCES) ? "{{ref " + dice.of("fa", "fb", "fc") + "}}" : slot();
            default -> slot();
        };
    }

    private String slot() {
        return "{{" + dice.of(Vocabulary.PRINTED) + "}}";
    }
}
