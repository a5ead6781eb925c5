package org.proviso.verification;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.library.Root;

/// The result of verifying a document.
///
/// @param coverage share of the canonical tokens that approved clauses cover, 0 to 1
/// @param spans the approved stretches, in document order
/// @param values the slot values found, by slot name
/// @param deviations what is not approved, the most dangerous first; empty unless rejected
/// @param completeness what the named contract type asks for; null if none was named
public record Verification(
        Verdict verdict,
        double coverage,
        LocalDate asOf,
        Root root,
        List<Span> spans,
        SortedMap<String, FoundValue> values,
        List<Deviation> deviations,
        @Nullable Completeness completeness) {

    /// What a verdict is not, for every place that shows one.
    public static final String LIMITS = "A verdict is a text match against the approved clauses. It is no opinion on"
            + " legal sufficiency, authority or enforceability.";

    public Verification {
        spans = List.copyOf(spans);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        deviations = List.copyOf(deviations);
    }

    /// Whether the verdict is about a whole contract: a contract type was named, nothing is rejected, and the
    /// completeness checks hold. Otherwise it is about clauses, each for itself.
    public boolean isContract() {
        return verdict != Verdict.REJECTED && completeness != null && completeness.holds();
    }
}
