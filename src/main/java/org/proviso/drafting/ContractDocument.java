package org.proviso.drafting;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.SlotValue;

/// A contract as it is printed.
///
/// @param title the contract type's title
/// @param markdown the whole document
/// @param blocks its clauses in order
public record ContractDocument(String title, String markdown, List<ClauseBlock> blocks) {

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
    }
}
