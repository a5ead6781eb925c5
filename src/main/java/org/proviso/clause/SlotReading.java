package org.proviso.clause;

/// What came of reading a slot's value.
public sealed interface SlotReading {

    record Accepted(SlotValue value) implements SlotReading {}

    /// @param reason a sentence that names the value and what the slot takes
    record Refused(String reason) implements SlotReading {}
}
