package org.proviso.verification;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.CanonicalDocument;
import org.proviso.library.ContractType;

/// What to verify.
///
/// @param document with at least one block or unreadable stretch
/// @param asOf the day whose clauses count
/// @param values the values that the user confirms, by slot name
/// @param contractType the recipe to check completeness against, or null
/// @param jurisdiction the one that every clause has to fit, or null for one that fits all
public record VerificationRequest(
        CanonicalDocument document,
        LocalDate asOf,
        Map<String, SlotValue> values,
        @Nullable ContractType contractType,
        @Nullable Jurisdiction jurisdiction) {

    public VerificationRequest {
        values = Map.copyOf(values);
        if (document.isEmpty()) {
            throw new IllegalArgumentException("There is no text to verify.");
        }
    }
}
