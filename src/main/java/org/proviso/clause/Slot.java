package org.proviso.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A typed gap in a clause.
///
/// @param ask the question that asks the user for the value; empty if the library has none
/// @param defaultValue the library's own value, used when the user gives none
/// @param min the smallest value allowed, for types that are bounded
/// @param max the largest value allowed
/// @param maxWords the most words a `text` may have
/// @param choices what a `choice` may be, in the order in which they are offered; empty for other types
public record Slot(
        String name,
        SlotType type,
        String ask,
        @Nullable SlotValue defaultValue,
        @Nullable SlotValue min,
        @Nullable SlotValue max,
        int maxWords,
        List<String> choices) {

    /// Words in a `text` when the clause states no maximum.
    public static final int DEFAULT_MAX_WORDS = 25;

    public Slot {
        Identifiers.require("slot name", name);
        choices = List.copyOf(choices);
        if (maxWords < 1 || maxWords > 40) {
            throw new IllegalArgumentException("max-words of slot " + name + " is " + maxWords + ", not 1 to 40.");
        }
    }

    /// A slot without default, bounds or choices.
    public static Slot of(String name, SlotType type) {
        return new Slot(name, type, "", null, null, null, DEFAULT_MAX_WORDS, List.of());
    }
}
