package org.proviso.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;

/// One form of a clause, compiled: its blocks as patterns of the [BlockAutomaton].
///
/// @param order its place among the forms of the clause
/// @param decisions the decision for every flag and the number of all rows
/// @param blocks by block its [#key]
/// @param gapped by block its elements and slots, null for literal blocks; empty if all are literal
/// @param labels of the blocks behind the first one that have any, in order
/// @param items by block the number, in the form, of the block that begins the list item around it, 0 for none and for
///     the first block's; empty if all are 0
record Form(
        ClauseVersion clause,
        int order,
        SortedMap<String, SlotValue> decisions,
        int[] blocks,
        List<@Nullable GappedBlock> gapped,
        List<String> labels,
        int[] items) {

    private static final int[] NO_ITEMS = {};

    /// A block with slots.
    ///
    /// @param elements token codes and gaps, as the [BlockAutomaton] has them
    /// @param slots the slots that stand in the gaps, in order
    record GappedBlock(int[] elements, List<Slot> slots) {}

    /// The symbol for a block with a pattern, with or without a label.
    static int key(int pattern, boolean labelled) {
        return 2 * pattern + (labelled ? 1 : 0);
    }

    /// The list items around the blocks of a form.
    static int[] items(List<Block> form) {
        int[] items = new int[form.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(form.get(i), 0);
        }
        return Arrays.stream(items).allMatch(item -> item == 0) ? NO_ITEMS : items;
    }

    private static int item(Block block, int start) {
        return Math.max(0, block.item() - start);
    }

    int length() {
        return blocks.length;
    }

    /// Whether a run of blocks that has the form's texts, and labels where the form has them, has its list items and
    /// labels that say the same.
    boolean isLaidOutAs(List<Block> document, int start) {
        for (int i = 1; i < blocks.length; i++) {
            if (item(document.get(start + i), start) != (items.length == 0 ? 0 : items[i])) {
                return false;
            }
        }
        return ListLabels.areAlike(labels, labels(document, start));
    }

    /// The labels of a run of blocks where the form has [#labels].
    List<String> labels(List<Block> document, int start) {
        if (labels.isEmpty()) {
            return labels;
        }
        List<String> found = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
            if (isLabelled(blocks[i])) {
                found.add(document.get(start + i).label());
            }
        }
        return found;
    }

    private static boolean isLabelled(int key) {
        return (key & 1) == 1;
    }

    @Nullable
    GappedBlock gapped(int block) {
        return gapped.isEmpty() ? null : gapped.get(block);
    }
}
