package org.proviso.verification;

import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;

/// A slot's value as it stands in a document, where it stands first.
///
/// @param slot the slot as the clause declares it there
/// @param start offset in the original; for a flag, of the clause that shows it
/// @param confirmed whether the request gave the same value
public record FoundValue(Slot slot, SlotValue value, int start, int end, boolean confirmed) {}
