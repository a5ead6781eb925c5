package org.proviso.library;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.LabelReference;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
import org.proviso.clause.ClauseText.Repetition;
import org.proviso.clause.ClauseText.SlotReference;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;

/// Checks that a text uses exactly the slots that its clause declares, each as its type is used.
final class SlotUses {

    /// A clause has no more slots.
    static final int MAX_SLOTS = 200;

    private enum Use {
        PRINTED("printed", "{{%s}}"),
        ASKED("asked by {{#if}}", "{{#if %s}}"),
        REPEATED("repeated by {{#each}}", "{{#each %s}}");

        private final String words;
        private final String tag;

        Use(String words, String tag) {
            this.words = words;
            this.tag = tag;
        }

        static Use of(SlotType type) {
            return type == SlotType.FLAG ? ASKED : type == SlotType.ROWS ? REPEATED : PRINTED;
        }
    }

    private final SortedMap<String, Set<Use>> uses = new TreeMap<>();

    private SlotUses(List<Part> parts) {
        collect(parts);
    }

    static void check(ClauseText text, SortedMap<String, Slot> slots, YamlMap fields, ProblemSink textSink) {
        if (slots.isEmpty() && !text.source().contains("{{")) {
            return;
        }
        SlotUses used = new SlotUses(text.parts());
        if (used.uses.size() > MAX_SLOTS) {
            textSink.report(
                    1,
                    "The text names " + used.uses.size() + " slots.",
                    "Name at most " + MAX_SLOTS + ", or split the clause.");
            return;
        }
        used.uses.keySet().forEach(name -> {
            Slot slot = slots.get(name);
            if (slot == null) {
                textSink.report(
                        TemplateChecks.lineOf(text.source(), name),
                        "The text names the slot \"" + name + "\", which `slots` does not declare.",
                        "Add `" + name + ": {type: …}` to `slots`.");
            } else {
                used.checkUse(slot, text, textSink);
                checkColumns(text, slot, textSink);
            }
        });
        TreeSet<String> unused = new TreeSet<>(slots.keySet());
        unused.removeAll(used.uses.keySet());
        unused.forEach(name -> fields.report(
                "slots",
                "The slot \"" + name + "\" is declared, but the text does not use it.",
                "Remove it, or use it in the text."));
    }

    private void checkUse(Slot slot, ClauseText text, ProblemSink sink) {
        for (Use use : uses.getOrDefault(slot.name(), Set.of())) {
            if (use != Use.of(slot.type())) {
                sink.report(
                        TemplateChecks.lineOf(text.source(), slot.name()),
                        "\"" + slot.name() + "\" is a slot of type " + slot.type() + " that is " + use.words + ".",
                        "Write " + tag(slot) + ", or change its type.");
            }
        }
    }

    private static void checkColumns(ClauseText text, Slot slot, ProblemSink sink) {
        if (slot.type() != SlotType.ROWS) {
            return;
        }
        SortedSet<String> printed = text.columnNames(slot.name());
        if (!printed.equals(slot.columns().keySet())) {
            sink.report(
                    TemplateChecks.lineOf(text.source(), slot.name()),
                    "{{#each " + slot.name() + "}} prints the columns " + printed + ", but `slots` declares "
                            + slot.columns().keySet() + ".",
                    "Print each declared column inside {{#each " + slot.name() + "}}, and no other slot.");
        }
    }

    private static String tag(Slot slot) {
        return Use.of(slot.type()).tag.formatted(slot.name());
    }

    /// Columns are no slots of the clause, so nothing inside a repetition is collected.
    private void collect(List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Literal _, LabelReference _ -> {}
                case SlotReference reference -> add(reference.slot(), Use.PRINTED);
                case Repetition repetition -> add(repetition.rows(), Use.REPEATED);
                case Conditional conditional -> {
                    add(conditional.flag(), Use.ASKED);
                    collect(conditional.then());
                    collect(conditional.otherwise());
                }
            }
        }
    }

    private void add(String name, Use use) {
        uses.computeIfAbsent(name, _ -> EnumSet.noneOf(Use.class)).add(use);
    }
}
