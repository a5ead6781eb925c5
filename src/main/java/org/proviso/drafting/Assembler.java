package org.proviso.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.drafting.ContractDocument.ClauseBlock;
import org.proviso.drafting.Draft.DraftValue;
import org.proviso.drafting.Labels.Place;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;

/// Prints the chosen clauses as Markdown: numbered headings, labels, filled slots, and references to the labels.
/// The same input gives the same bytes.
final class Assembler {

    private final SlotFormat format;
    private final Selection selection;
    private final Map<String, DraftValue> values;
    private final SortedMap<FamilyId, String> labels;
    private final StringBuilder markdown = new StringBuilder();
    private final List<ClauseBlock> blocks = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private Assembler(
            SlotFormat format,
            Selection selection,
            Map<String, DraftValue> values,
            SortedMap<FamilyId, String> labels) {
        this.format = format;
        this.selection = selection;
        this.values = values;
        this.labels = labels;
    }

    /// @throws InvalidRequestException if a clause refers to one that is not there or has no label
    static ContractDocument assemble(
            ContractType contractType, SlotFormat format, Selection selection, Map<String, DraftValue> values) {
        Labels labels = Labels.of(selection);
        Assembler assembler = new Assembler(format, selection, values, labels.byFamily());
        labels.places().forEach(assembler::append);
        if (!assembler.problems.isEmpty()) {
            throw new InvalidRequestException(assembler.problems);
        }
        return new ContractDocument(contractType.title(), assembler.markdown.toString(), assembler.blocks);
    }

    private void append(Place place) {
        String section = place.section();
        if (section != null) {
            paragraph("## " + section);
        }
        ClauseVersion clause = place.choice().clause();
        String text = text(clause);
        paragraph((place.choice().item().title() ? "# " : "")
                + (place.label().isEmpty() ? "" : place.label() + " ")
                + text);
        blocks.add(new ClauseBlock(
                clause,
                section == null ? null : section.substring(section.indexOf(' ') + 1),
                place.label(),
                text,
                slots(clause)));
    }

    private void paragraph(String text) {
        markdown.append(markdown.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private String text(ClauseVersion clause) {
        Map<String, String> printed = new HashMap<>();
        SortedMap<String, SlotValue> slots = slots(clause);
        slots.forEach((name, value) -> printed.put(name, escaped(format.print(slot(clause, name), value))));
        labels.forEach((family, label) -> {
            if (!label.isEmpty()) {
                printed.put(Slot.reference(family), label);
            }
        });
        String text = clause.fill(printed, decisions(clause, slots)).strip();
        refuseDangling(clause, text);
        return clause.conspicuous() ? Emphasis.conspicuous(text) : text;
    }

    /// What the draft says of a clause's slots, cells of rows included.
    private SortedMap<String, SlotValue> slots(ClauseVersion clause) {
        SortedMap<String, SlotValue> slots = new TreeMap<>();
        values.forEach((name, value) -> {
            if (clause.slot(name) != null) {
                slots.put(name, value.value());
            }
        });
        return slots;
    }

    private static Slot slot(ClauseVersion clause, String name) {
        Slot slot = clause.slot(name);
        if (slot == null) {
            throw new IllegalStateException(clause.versionId() + " has no slot " + name);
        }
        return slot;
    }

    /// Rows that are asked for stand as often as they have to, at least once.
    private static SortedMap<String, SlotValue> decisions(ClauseVersion clause, SortedMap<String, SlotValue> slots) {
        SortedMap<String, SlotValue> decisions = new TreeMap<>(slots);
        clause.slots().forEach((name, slot) -> {
            if (slot.type() == SlotType.ROWS) {
                decisions.putIfAbsent(name, Quantity.count(Math.max(1, slot.minRows())));
            }
        });
        return decisions;
    }

    /// A label that only an answer can bring keeps its placeholder until then.
    private void refuseDangling(ClauseVersion clause, String text) {
        Matcher placeholders = Placeholder.PATTERN.matcher(text);
        while (placeholders.find()) {
            FamilyId family = Slot.referenced(placeholders.group(1));
            if (family == null || selection.undecided().contains(family)) {
                continue;
            }
            problems.add(
                    labels.containsKey(family)
                            ? FieldProblem.refused(
                                    "contractType",
                                    clause.versionId() + " refers to the family " + family
                                            + ", which stands without a label; ask another position for one of them.")
                            : FieldProblem.refused(
                                    "include." + family,
                                    clause.versionId() + " refers to the family " + family + "; include it."));
        }
    }

    /// A value as Markdown that shows exactly it.
    private static String escaped(String value) {
        return value.replaceAll("([\\\\`*\\[\\]<>#|~]|&(?=[A-Za-z#])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))", "\\\\$1");
    }
}
