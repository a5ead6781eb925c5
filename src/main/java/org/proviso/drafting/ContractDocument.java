package org.proviso.drafting;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.SlotValue;

/// A contract as it is printed.
///
/// @param title the contract type's title
/// @param markdown the whole document
/// @param blocks its clauses in order
/// @param labels the label of the first clause of each family; empty for frames
public record ContractDocument(
        String title, String markdown, List<ClauseBlock> blocks, SortedMap<FamilyId, String> labels) {

    /// One clause of the document.
    ///
    /// @param heading the section's heading, without its number, if it stands right above it, or null
    /// @param label the label before it, such as `2.1`; empty for frames
    /// @param text its text with values or placeholders, without label, as Markdown
    public record ClauseBlock(
            ClauseVersion clause,
            @Nullable String heading,
            String label,
            String text,
            SortedMap<String, SlotValue> slots) {}

    public ContractDocument {
        blocks = List.copyOf(blocks);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
