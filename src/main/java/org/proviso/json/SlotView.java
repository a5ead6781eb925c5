package org.proviso.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.drafting.Draft.Question;

/// A slot as the interface shows it; as a question, with the clause that needs it.
///
/// @param clause the first clause version that needs it; null where the clause is told anyway, and where the
/// recipe asks
/// @param maxWords of a text only
/// @param choices of a choice only
/// @param min the smallest value; of rows, the fewest
/// @param max the largest value; of rows, the most
/// @param columns of rows only: the slots of each
@Schema(name = "Slot")
public record SlotView(
        @Schema(examples = "purpose") String slot,
        @Schema(examples = "text") String type,

        @Schema(description = "The question that asks for the value.")
        String ask,

        @Nullable String clause,

        @JsonProperty("default")
        @Schema(name = "default", description = "What stands there if no value is given.")
        @Nullable
        Object defaultValue,

        @Nullable List<String> choices,
        @Nullable String min,
        @Nullable String max,
        @Nullable Integer maxWords,

        @Schema(description = "Of rows: the slots of each.") @Nullable
        List<SlotView> columns) {

    public static SlotView of(Written written, Slot slot, ClauseVersion clause) {
        return of(written, new Question(slot, clause), null);
    }

    public static SlotView question(Written written, Question question) {
        return of(
                written,
                question,
                question.clause() == null ? null : question.clause().versionId().toString());
    }

    private static SlotView of(Written written, Question question, @Nullable String clause) {
        Slot slot = question.slot();
        return new SlotView(
                slot.name(),
                slot.type().toString(),
                question.ask(),
                clause,
                defaultValue(written, slot),
                slot.choices().isEmpty() ? null : slot.choices(),
                slot.type() == SlotType.ROWS ? Integer.toString(slot.minRows()) : bound(written, slot, slot.min()),
                slot.type() == SlotType.ROWS ? Integer.toString(slot.maxRows()) : bound(written, slot, slot.max()),
                slot.type() == SlotType.TEXT ? slot.maxWords() : null,
                slot.columns().isEmpty()
                        ? null
                        : slot.columns().values().stream()
                                .map(column -> of(written, new Question(column, null), null))
                                .toList());
    }

    /// Rows have one default only, to be none.
    private static @Nullable Object defaultValue(Written written, Slot slot) {
        SlotValue value = slot.defaultValue();
        if (slot.type() == SlotType.ROWS) {
            return Quantity.count(0).equals(value) ? List.of() : null;
        }
        return written.optionalValue(slot, value);
    }

    private static @Nullable String bound(Written written, Slot slot, @Nullable SlotValue bound) {
        return bound == null ? null : written.format().write(slot, bound);
    }
}
