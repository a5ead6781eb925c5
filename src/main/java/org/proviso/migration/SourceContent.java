package org.proviso.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySettings;

/// All that a source holds.
///
/// @param settings those of the library that was exported; null if the source has none
/// @param clauses what could be read, in the order of the source
/// @param findings in the order of the source; a problem is a clause or a recipe that could not be read
record SourceContent(
        @Nullable LibrarySettings settings, List<Recipe> recipes, List<Incoming> clauses, List<Finding> findings) {

    /// A recipe, and where it stood.
    record Recipe(Place place, ContractType contractType) {}

    static SourceContent of(List<Incoming> clauses, List<Finding> findings) {
        return new SourceContent(null, List.of(), clauses, findings);
    }
}
