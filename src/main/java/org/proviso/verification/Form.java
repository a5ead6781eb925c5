package org.proviso.verification;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;

/// One form of a clause, compiled: its blocks as patterns of the [BlockAutomaton].
///
/// @param order its place among the forms of the clause
/// @param decisions the decision for every flag and the number of all rows
/// @param blocks by block its [#key]
/// @param gapped by block its elements and slots, null for literal blocks; empty if all are literal
record Form(
        ClauseVersion clause,
        int order,
        SortedMap<String, SlotValue> decisions,
        int[] blocks,
        List<@Nullable GappedBlock> gapped) {

    /// A block with slots.
    ///
    /// @param elements token codes and gaps, as the [BlockAutomaton] has them
    /// @param slots the slots that stand in the gaps, in order
    record GappedBlock(int[] elements, List<Slot> slots) {}

    /// The symbol for a block with a pattern, with or without a label.
    static int key(int pattern, boolean labelled) {
        return 2 * pattern + (labelled ? 1 : 0);
    }

    int length() {
        return blocks.length;
    }

    @Nullable
    GappedBlock gapped(int block) {
        return gapped.isEmpty() ? null : gapped.get(block);
    }
}
