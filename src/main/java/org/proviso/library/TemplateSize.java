package org.proviso.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.LabelReference;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
import org.proviso.clause.ClauseText.Repetition;
import org.proviso.clause.ClauseText.SlotReference;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;

/// How large the forms of a text are, reckoned before any of them is made.
final class TemplateSize {

    /// What a placeholder is reckoned as: the longest names of a slot and a column.
    private static final int PLACEHOLDER = 170;

    private TemplateSize() {}

    /// What is too much of a text's forms; empty if they are small enough to be made.
    static Optional<String> excess(ClauseText text, Map<String, Slot> slots) {
        long forms = ClauseForm.count(text, slots);
        if (forms > ClauseForm.MAX_FORMS) {
            return Optional.of("The text has more than " + ClauseForm.MAX_FORMS + " forms: " + decisions(text, slots)
                    + " multiply.");
        }
        return longest(text.parts(), slots) * forms > TemplateChecks.MAX_PRINTED
                ? Optional.of("The forms of the text have more than " + TemplateChecks.MAX_PRINTED + " characters.")
                : Optional.empty();
    }

    private static String decisions(ClauseText text, Map<String, Slot> slots) {
        Collection<String> names = new TreeSet<>(text.flagNames());
        names.addAll(text.rowNames());
        return names.stream()
                .map(name -> name + " (" + choices(slots.get(name)) + ")")
                .collect(Collectors.joining(", "));
    }

    private static int choices(@Nullable Slot slot) {
        return slot != null && slot.type() == SlotType.ROWS ? slot.maxRows() - slot.minRows() + 1 : 2;
    }

    /// At least the length of the longest form.
    private static long longest(List<Part> parts, Map<String, Slot> slots) {
        long length = 0;
        for (Part part : parts) {
            length += switch (part) {
                case Literal literal -> literal.text().length();
                case SlotReference _, LabelReference _ -> PLACEHOLDER;
                case Conditional conditional ->
                    Math.max(longest(conditional.then(), slots), longest(conditional.otherwise(), slots));
                case Repetition repetition -> {
                    Slot rows = slots.get(repetition.rows());
                    yield longest(repetition.body(), slots) * (rows == null ? 1 : rows.maxRows());
                }
            };
        }
        return length;
    }
}
