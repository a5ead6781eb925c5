package org.proviso.library;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;

/// A clause version as its wording and its lifecycle say it; what they do not say has its default.
///
/// @param supersededFrom the day from which a higher version is in its place; null if there is none, the first
///     of all days if there always was one
public record ProvenClause(ClauseVersion clause, @Nullable LocalDate supersededFrom) {

    /// Stands in a lifecycle for the first of all days.
    static final String ALWAYS = "always";

    public boolean isSuperseded(LocalDate day) {
        return supersededFrom != null && !day.isBefore(supersededFrom);
    }
}
