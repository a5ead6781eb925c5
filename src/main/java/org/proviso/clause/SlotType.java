package org.proviso.clause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a slot's value is; [SlotFormat] has the grammar of each.
public enum SlotType {
    PARTY,
    PERSON,
    DATE,
    DURATION,
    MONEY,
    PERCENT,
    INTEGER,
    JURISDICTION,
    ADDRESS,
    EMAIL,
    CHOICE,
    FLAG,
    TEXT,
    /// Repeated text; its value is how many rows there are, and each row has slots of its own.
    ROWS,
    /// The label of a clause in the same contract, which nobody gives: the contract says it.
    LABEL;

    /// Whether `min` and `max` mean something for it.
    public boolean isBounded() {
        return this == DATE || this == DURATION || this == MONEY || this == PERCENT || this == INTEGER || this == ROWS;
    }

    /// Whether its extent in a text is known only by what stands around it.
    public boolean isFreeText() {
        return this == PARTY || this == PERSON || this == ADDRESS || this == TEXT;
    }

    /// The type that a library declares by this name.
    public static Optional<SlotType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type != LABEL && type.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
