package org.proviso.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.drafting.ContractDocument.ClauseBlock;
import org.proviso.drafting.Draft.DraftValue;
import org.proviso.drafting.Selection.Choice;
import org.proviso.drafting.Selection.ChosenSection;
import org.proviso.library.ContractType;

/// Prints the chosen clauses as Markdown: numbered headings, labels, filled slots. The same input gives the same bytes.
final class Assembler {

    private final SlotFormat format;
    private final Map<String, DraftValue> values;
    private final StringBuilder markdown = new StringBuilder();
    private final List<ClauseBlock> blocks = new ArrayList<>();

    private Assembler(SlotFormat format, Map<String, DraftValue> values) {
        this.format = format;
        this.values = values;
    }

    static ContractDocument assemble(
            ContractType contractType, SlotFormat format, Selection selection, Map<String, DraftValue> values) {
        Assembler assembler = new Assembler(format, values);
        int section = 0;
        for (ChosenSection chosen : selection.sections()) {
            section += chosen.heading() == null ? 0 : 1;
            assembler.append(chosen, section);
        }
        return new ContractDocument(contractType.title(), assembler.markdown.toString(), assembler.blocks);
    }

    private void append(ChosenSection section, int number) {
        String heading = section.heading();
        if (heading != null) {
            paragraph("## " + number + ". " + heading);
        }
        int clause = 0;
        for (Choice choice : section.choices()) {
            clause++;
            String label = heading == null ? "" : number + "." + clause;
            String text = text(choice.clause());
            paragraph((choice.item().title() ? "# " : "") + (label.isEmpty() ? "" : label + " ") + text);
            blocks.add(new ClauseBlock(
                    choice.clause(), clause == 1 ? heading : null, label, text, slots(choice.clause())));
        }
    }

    private void paragraph(String text) {
        markdown.append(markdown.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private String text(ClauseVersion clause) {
        Map<String, String> printed = new HashMap<>();
        clause.slots().forEach((name, slot) -> {
            DraftValue value = values.get(name);
            if (value != null) {
                printed.put(name, escaped(format.print(slot, value.value())));
            }
        });
        return clause.fill(printed, slots(clause)).strip();
    }

    private SortedMap<String, SlotValue> slots(ClauseVersion clause) {
        SortedMap<String, SlotValue> slots = new TreeMap<>();
        for (String name : clause.slots().keySet()) {
            DraftValue value = values.get(name);
            if (value != null) {
                slots.put(name, value.value());
            }
        }
        return slots;
    }

    /// A value as Markdown that shows exactly it.
    private static String escaped(String value) {
        return value.replaceAll("([\\\\`*\\[\\]<>#|~]|&(?=[A-Za-z#])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))", "\\\\$1");
    }
}
