package org.proviso.library;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.proviso.clause.ClauseVersionId;

/// A wording that is locked is there, and is what it was.
final class LockChecks {

    private LockChecks() {}

    /// @param complete whether every clause could be read, so that one that is missing is gone
    static void check(LibraryFiles files, List<LoadedClause> clauses, Wordings wordings, boolean complete)
            throws IOException {
        SortedMap<ClauseVersionId, LibraryLock.Entry> locked = LibraryLock.read(files);
        if (locked.isEmpty()) {
            return;
        }
        SortedMap<ClauseVersionId, String> hashes = wordings.hex();
        for (LoadedClause loaded : clauses) {
            ClauseVersionId id = loaded.clause().versionId();
            LibraryLock.Entry entry = locked.get(id);
            if (entry != null && !entry.hash().equals(hashes.get(id))) {
                loaded.report(
                        "version",
                        "The text of " + id + ", or its title, family, jurisdictions or slots, was changed under its"
                                + " number.",
                        "Put it back as it was, and write version " + next(wordings, id) + ".");
            }
        }
        if (complete) {
            ProblemSink sink = files.sink(files.folder().resolve(LibraryLock.NAME));
            locked.forEach((id, entry) -> {
                if (!hashes.containsKey(id)) {
                    sink.report(
                            entry.line(),
                            "The locked version " + id + " is gone.",
                            "Put its file back, with `status: retired` if nobody may use it.");
                }
            });
        }
    }

    private static int next(Wordings wordings, ClauseVersionId id) {
        return wordings.versions(id.id()).getLast().versionId().version() + 1;
    }
}
