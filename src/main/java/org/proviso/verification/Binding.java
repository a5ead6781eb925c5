package org.proviso.verification;

import org.jspecify.annotations.Nullable;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;

/// What a slot holds at one place of a document.
///
/// @param value null where the slot's placeholder stands
/// @param text the canonical text found
record Binding(Slot slot, @Nullable SlotValue value, String text, int start, int end) {}
