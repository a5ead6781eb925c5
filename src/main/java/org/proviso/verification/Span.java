package org.proviso.verification;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.SlotValue;

/// A stretch of a document that is one approved clause, with the headings right before it.
///
/// @param start offset in the original, in UTF-16 units
/// @param end offset behind it
/// @param clauses every clause version whose text this is, the one that the slots were read by first
/// @param slots the values found, by slot name; a slot that holds a placeholder has none
public record Span(int start, int end, List<ClauseVersionId> clauses, SortedMap<String, SlotValue> slots) {

    public Span {
        clauses = List.copyOf(clauses);
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    }
}
