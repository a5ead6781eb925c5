package org.proviso.evaluation;

import java.util.Set;
import org.proviso.verification.Deviation.Change;

/// What a person says of the edit of one pair, by the definitions of `src/docs/deviations.md`.
///
/// @param pair the pair's id
public record ChangeLabel(String pair, Set<Change> kinds, boolean material) {
    public ChangeLabel {
        kinds = Set.copyOf(kinds);
    }
}
