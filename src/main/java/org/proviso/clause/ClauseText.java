package org.proviso.clause;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a clause: literal Markdown, `{{slot}}`, `{{#if flag}}…{{else}}…{{/if}}`, `{{#each rows}}…{{/each}}` and
/// `{{ref family}}`; `\{{` is a literal `{{`.
///
/// @param source the text as written in the library
/// @param parts the same, parsed
public record ClauseText(String source, List<Part> parts) {

    /// A piece of a clause's text.
    public sealed interface Part {}

    /// Approved words, printed as they are.
    public record Literal(String text) implements Part {}

    /// The place of a slot's value; inside a repetition, of a column's.
    public record SlotReference(String slot) implements Part {}

    /// The place of the label that is printed on a clause of `family` in the same contract.
    public record LabelReference(FamilyId family) implements Part {}

    /// Text that depends on a flag; `otherwise` is empty when there is no `{{else}}`.
    public record Conditional(String flag, List<Part> then, List<Part> otherwise) implements Part {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// Text that stands once for each row; its slots are the columns.
    public record Repetition(String rows, List<Part> body) implements Part {
        public Repetition {
            body = List.copyOf(body);
        }
    }

    public ClauseText {
        parts = List.copyOf(parts);
    }

    /// A text without gaps, in which double braces are braces.
    public static ClauseText literal(String text) {
        return new ClauseText(text, List.of(new Literal(text)));
    }

    /// Reads a template.
    ///
    /// @throws ClauseSyntaxException with the offset of what is wrong
    public static ClauseText parse(String source) {
        return new ClauseText(source, new ClauseTextParser(source).parse());
    }

    /// How often a defined term stands in the text as whole words, in the singular or with the plural's ending.
    public int count(String term) {
        if (!source.contains(term)) {
            return 0;
        }
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(term) + "(?:s|es)?(?![\\p{L}\\p{N}])")
                .matcher(source);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /// What stands in the gaps of a text when it is printed.
    public interface Filler {

        /// @param name a slot, a column of a row as [Slot#inRow] names it, or a reference as [Slot#reference] names it
        String slot(String name);

        boolean isSet(String flag);

        /// How many rows there are.
        int count(String rows);
    }

    /// The text with every slot, condition and repetition decided.
    public String fill(Filler filler) {
        StringBuilder filled = new StringBuilder();
        append(parts, "", filler, filled);
        return filled.toString();
    }

    private static void append(List<Part> parts, String row, Filler filler, StringBuilder filled) {
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> filled.append(literal.text());
                case SlotReference reference -> filled.append(filler.slot(row + reference.slot()));
                case LabelReference reference -> filled.append(filler.slot(Slot.reference(reference.family())));
                case Conditional conditional ->
                    append(
                            filler.isSet(conditional.flag()) ? conditional.then() : conditional.otherwise(),
                            row,
                            filler,
                            filled);
                case Repetition repetition -> {
                    int count = filler.count(repetition.rows());
                    for (int i = 1; i <= count; i++) {
                        append(repetition.body(), Slot.inRow(repetition.rows(), i, ""), filler, filled);
                    }
                }
            }
        }
    }

    /// Every slot that is printed, asked as a flag or repeated as rows, in name order; columns are not among them.
    public SortedSet<String> slotNames() {
        SortedSet<String> names = new TreeSet<>();
        walk(parts, part -> {
            switch (part) {
                case Literal _, LabelReference _ -> {}
                case SlotReference reference -> names.add(reference.slot());
                case Conditional conditional -> names.add(conditional.flag());
                case Repetition repetition -> names.add(repetition.rows());
            }
        });
        return names;
    }

    /// The slots that conditions ask, in name order.
    public SortedSet<String> flagNames() {
        SortedSet<String> names = new TreeSet<>();
        walk(parts, part -> {
            if (part instanceof Conditional conditional) {
                names.add(conditional.flag());
            }
        });
        return names;
    }

    /// The slots that repetitions print, in name order.
    public SortedSet<String> rowNames() {
        SortedSet<String> names = new TreeSet<>();
        walk(parts, part -> {
            if (part instanceof Repetition repetition) {
                names.add(repetition.rows());
            }
        });
        return names;
    }

    /// The columns that the repetitions of `rows` print, in name order.
    public SortedSet<String> columnNames(String rows) {
        SortedSet<String> names = new TreeSet<>();
        walk(parts, part -> {
            if (part instanceof Repetition repetition && repetition.rows().equals(rows)) {
                for (Part inner : repetition.body()) {
                    if (inner instanceof SlotReference reference) {
                        names.add(reference.slot());
                    }
                }
            }
        });
        return names;
    }

    /// The families whose labels are printed, in id order.
    public SortedSet<FamilyId> references() {
        SortedSet<FamilyId> families = new TreeSet<>();
        walk(parts, part -> {
            if (part instanceof LabelReference reference) {
                families.add(reference.family());
            }
        });
        return families;
    }

    /// Visits every part outside repetitions, and repetitions themselves with the references in them.
    private static void walk(List<Part> parts, Consumer<Part> visitor) {
        for (Part part : parts) {
            visitor.accept(part);
            if (part instanceof Conditional conditional) {
                walk(conditional.then(), visitor);
                walk(conditional.otherwise(), visitor);
            } else if (part instanceof Repetition repetition) {
                repetition.body().stream()
                        .filter(LabelReference.class::isInstance)
                        .forEach(visitor);
            }
        }
    }
}
