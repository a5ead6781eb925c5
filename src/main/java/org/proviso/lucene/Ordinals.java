package org.proviso.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;

/// The clause versions of a snapshot numbered from 0 in id order: the order of numbers is the order that breaks ties.
final class Ordinals {

    private final List<ClauseVersion> clauses;
    private final Map<ClauseVersionId, Integer> byId = new HashMap<>();

    Ordinals(LibrarySnapshot snapshot) {
        clauses = List.copyOf(snapshot.clauses());
        for (int ordinal = 0; ordinal < clauses.size(); ordinal++) {
            byId.put(clauses.get(ordinal).versionId(), ordinal);
        }
    }

    int size() {
        return clauses.size();
    }

    List<ClauseVersion> clauses() {
        return clauses;
    }

    ClauseVersionId id(int ordinal) {
        return clauses.get(ordinal).versionId();
    }

    /// The ordinal of a clause version that the library may lack.
    Optional<Integer> find(ClauseVersionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// @throws IllegalArgumentException if the library has no such clause version
    int of(ClauseVersionId id) {
        Integer ordinal = byId.get(id);
        if (ordinal == null) {
            throw new IllegalArgumentException(id + " is not in the indexed library. Maybe it was reloaded since.");
        }
        return ordinal;
    }
}
