package org.proviso.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.proviso.clause.ClauseVersionId;

/// A wording that is locked is there, and is what it was.
final class LockChecks {

    private LockChecks() {}

    /// @param complete whether every clause could be read, so that one that is missing is gone
    /// @param problems gets a problem for each wording that is not what the lock says
    /// @return the versions that are locked; none if there is no lock
    static Set<ClauseVersionId> check(
            LibraryFiles files,
            List<LoadedClause> clauses,
            Wordings wordings,
            boolean complete,
            List<LibraryProblem> problems)
            throws IOException {
        List<LibraryProblem> found = new ArrayList<>();
        SortedMap<ClauseVersionId, LibraryLock.Entry> locked =
                LibraryLock.read(new LibraryFiles(files.folder(), found));
        if (!locked.isEmpty()) {
            compare(clauses, wordings, complete, locked, found);
        }
        found.forEach(problem -> problems.add(problem.ofLock()));
        return locked.keySet();
    }

    private static void compare(
            List<LoadedClause> clauses,
            Wordings wordings,
            boolean complete,
            SortedMap<ClauseVersionId, LibraryLock.Entry> locked,
            List<LibraryProblem> found) {
        SortedMap<ClauseVersionId, String> hashes = wordings.hex();
        for (LoadedClause loaded : clauses) {
            ClauseVersionId id = loaded.clause().versionId();
            LibraryLock.Entry entry = locked.get(id);
            if (entry != null && !entry.hash().equals(hashes.get(id))) {
                loaded.into(found)
                        .report(
                                "version",
                                "The text of " + id
                                        + ", or its title, family, jurisdictions or slots, was changed under its"
                                        + " number.",
                                "Put it back as it was, and write version " + next(wordings, id) + ".");
            }
        }
        if (complete) {
            ProblemSink sink = ProblemSink.of(LibraryLock.NAME, found);
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
