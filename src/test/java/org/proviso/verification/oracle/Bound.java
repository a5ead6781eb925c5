package org.proviso.verification.oracle;

import org.jspecify.annotations.Nullable;
import org.proviso.clause.SlotValue;

/// What a name is bound to at one place.
///
/// @param value null where the slot's own placeholder stands
record Bound(String name, @Nullable SlotValue value) {}
