package org.proviso.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;

/// Where everything in a library was read from, for findings that show only in the whole.
public final class LibrarySources {

    private final Map<ClauseVersionId, LoadedClause> clauses = new HashMap<>();
    private final Map<ContractTypeId, LoadedContractType> contractTypes = new HashMap<>();
    private final Set<ClauseVersionId> locked;

    /// A line of a file.
    ///
    /// @param file relative to the library's folder
    /// @param line from 1
    public record Place(String file, int line) {}

    LibrarySources(
            Collection<LoadedClause> clauses,
            Collection<LoadedContractType> contractTypes,
            Set<ClauseVersionId> locked) {
        clauses.forEach(loaded -> this.clauses.put(loaded.clause().versionId(), loaded));
        contractTypes.forEach(
                loaded -> this.contractTypes.put(loaded.contractType().id(), loaded));
        this.locked = Set.copyOf(locked);
    }

    /// Where a key of a clause's front matter stands, or the front matter if the key is not there.
    ///
    /// @throws IllegalArgumentException if the library has no such clause version
    public Place key(ClauseVersionId id, String key) {
        LoadedClause loaded = loaded(id);
        ToIntFunction<String> lines = loaded.lines();
        return place(loaded.fields(), lines.applyAsInt(key));
    }

    /// Where a place in a clause's text stands.
    ///
    /// @param offset in [org.proviso.clause.ClauseText#source]
    /// @throws IllegalArgumentException if the library has no such clause version
    public Place text(ClauseVersionId id, int offset) {
        LoadedClause loaded = loaded(id);
        return place(loaded.text(), TemplateChecks.lineAt(loaded.clause().text().source(), offset));
    }

    /// Where a recipe names a family, or the recipe begins if it does not.
    ///
    /// @throws IllegalArgumentException if the library has no such recipe
    public Place item(ContractTypeId id, FamilyId family) {
        LoadedContractType loaded = contractTypes.get(id);
        if (loaded == null) {
            throw new IllegalArgumentException("There is no recipe " + id + ".");
        }
        return new Place(loaded.file(), loaded.lines().getOrDefault(family, 1));
    }

    /// Where a recipe declares its own slots.
    public Place slots(ContractTypeId id) {
        LoadedContractType loaded = contractTypes.get(id);
        if (loaded == null) {
            throw new IllegalArgumentException("There is no recipe " + id + ".");
        }
        return new Place(loaded.file(), loaded.source().line("slots"));
    }

    /// Whether the lock holds a version's wording.
    public boolean isLocked(ClauseVersionId id) {
        return locked.contains(id);
    }

    private static Place place(ProblemSink sink, int line) {
        return new Place(sink.file(), sink.lineInFile(line));
    }

    private LoadedClause loaded(ClauseVersionId id) {
        LoadedClause loaded = clauses.get(id);
        if (loaded == null) {
            throw new IllegalArgumentException("There is no clause version " + id + ".");
        }
        return loaded;
    }
}
