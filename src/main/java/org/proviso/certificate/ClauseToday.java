package org.proviso.certificate;

import java.time.LocalDate;
import java.util.Optional;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Status;
import org.proviso.library.CanonicalJson;
import org.proviso.library.LibrarySnapshot;

/// What became of a certified clause version in a library since.
final class ClauseToday {

    private ClauseToday() {}

    /// The end of a sentence; empty if the version is in force there.
    static String of(CertifiedSpan span, LibrarySnapshot library, LocalDate today) {
        ClauseVersion clause = library.clause(span.clause()).orElse(null);
        if (clause == null) {
            return "is not known";
        }
        if (!CanonicalJson.write(library.trees().wording(span.clause()).leaf())
                .equals(CanonicalJson.write(span.wording().leaf()))) {
            return "has another text";
        }
        if (clause.status() != Status.APPROVED) {
            return clause.status() == Status.RETIRED ? "was retired" : "is a draft";
        }
        Optional<ClauseVersion> successor = library.successor(clause, today);
        if (successor.isPresent()) {
            return "is superseded by " + successor.get().versionId();
        }
        if (clause.isValid(today)) {
            return "";
        }
        return clause.hasBegun(today)
                ? "was valid until " + clause.validity().until()
                : "is valid from " + clause.validity().from() + " only";
    }
}
