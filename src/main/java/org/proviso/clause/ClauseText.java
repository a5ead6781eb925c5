package org.proviso.clause;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The text of a clause: literal Markdown, `{{slot}}` and `{{#if flag}}…{{else}}…{{/if}}`; `\{{` is a literal `{{`.
///
/// @param source the text as written in the library
/// @param parts the same, parsed
public record ClauseText(String source, List<Part> parts) {

    /// A piece of a clause's text.
    public sealed interface Part {}

    /// Approved words, printed as they are.
    public record Literal(String text) implements Part {}

    /// The place of a slot's value.
    public record SlotReference(String slot) implements Part {}

    /// Text that depends on a flag; `otherwise` is empty when there is no `{{else}}`.
    public record Conditional(String flag, List<Part> then, List<Part> otherwise) implements Part {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    public ClauseText {
        parts = List.copyOf(parts);
    }

    /// Reads a template.
    ///
    /// @throws ClauseSyntaxException with the offset of what is wrong
    public static ClauseText parse(String source) {
        return new ClauseText(source, new ClauseTextParser(source).parse());
    }

    /// The text with every slot and condition decided.
    public String fill(UnaryOperator<String> slots, Predicate<String> flags) {
        StringBuilder filled = new StringBuilder();
        append(parts, slots, flags, filled);
        return filled.toString();
    }

    /// Every slot that is printed or asked as a flag, in name order.
    public SortedSet<String> slotNames() {
        SortedSet<String> names = new TreeSet<>(flagNames());
        collect(parts, names);
        return names;
    }

    /// The slots that conditions ask, in name order.
    public SortedSet<String> flagNames() {
        SortedSet<String> names = new TreeSet<>();
        collectFlags(parts, names);
        return names;
    }

    private static void append(
            List<Part> parts, UnaryOperator<String> slots, Predicate<String> flags, StringBuilder filled) {
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> filled.append(literal.text());
                case SlotReference reference -> filled.append(slots.apply(reference.slot()));
                case Conditional conditional ->
                    append(
                            flags.test(conditional.flag()) ? conditional.then() : conditional.otherwise(),
                            slots,
                            flags,
                            filled);
            }
        }
    }

    private static void collect(List<Part> parts, SortedSet<String> names) {
        for (Part part : parts) {
            switch (part) {
                case Literal _ -> {}
                case SlotReference reference -> names.add(reference.slot());
                case Conditional conditional -> {
                    collect(conditional.then(), names);
                    collect(conditional.otherwise(), names);
                }
            }
        }
    }

    private static void collectFlags(List<Part> parts, SortedSet<String> names) {
        for (Part part : parts) {
            if (part instanceof Conditional conditional) {
                names.add(conditional.flag());
                collectFlags(conditional.then(), names);
                collectFlags(conditional.otherwise(), names);
            }
        }
    }
}
