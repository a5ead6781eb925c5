package org.proviso.verification.attack;

import org.jspecify.annotations.Nullable;
import org.proviso.verification.oracle.Dice;

/// A kind of change, made at random.
interface Attack {

    /// The name of the kind.
    String name();

    /// The changed text, or null if there is nothing to change in this way.
    @Nullable
    String change(Victim victim, Dice dice);
}
