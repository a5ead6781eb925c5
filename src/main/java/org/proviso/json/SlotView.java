package org.proviso.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.drafting.Draft.Question;

/// A slot as the interface shows it; as a question, with the clause that needs it.
///
/// @param clause the first clause version that needs it; null where the clause is told anyway
/// @param maxWords of a text only
/// @param choices of a choice only
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
        @Nullable Integer maxWords) {

    public static SlotView of(Written written, Slot slot, ClauseVersion clause) {
        return of(written, new Question(slot, clause), null);
    }

    public static SlotView question(Written written, Question question) {
        return of(written, question, question.clause().versionId().toString());
    }

    private static SlotView of(Written written, Question question, @Nullable String clause) {
        Slot slot = question.slot();
        return new SlotView(
                slot.name(),
                slot.type().toString(),
                question.ask(),
                clause,
                written.optionalValue(slot, slot.defaultValue()),
                slot.choices().isEmpty() ? null : slot.choices(),
                slot.min() == null ? null : written.format().write(slot, slot.min()),
                slot.max() == null ? null : written.format().write(slot, slot.max()),
                slot.type() == SlotType.TEXT ? slot.maxWords() : null);
    }
}
