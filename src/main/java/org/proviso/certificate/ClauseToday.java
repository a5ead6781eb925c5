package org.proviso.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proviso.certificate.CertificateCheck.LibraryAtHand;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Status;
import org.proviso.library.CanonicalJson;
import org.proviso.library.LibrarySnapshot;

/// What became of a certified clause version in a library since.
final class ClauseToday {

    private ClauseToday() {}

    /// A sentence for every clause that is not in force there as it was certified, and for another root.
    static List<String> notices(Statement statement, LibraryAtHand atHand) {
        LibrarySnapshot library = atHand.library();
        List<String> notices = new ArrayList<>();
        if (!library.root().equals(statement.root())) {
            notices.add("The library at hand has another root, " + library.root() + ".");
        }
        for (CertifiedSpan span : statement.spans()) {
            String became = of(span, library, atHand.today());
            if (!became.isEmpty()) {
                notices.add("In the library at hand, " + span.clause() + " " + became + ".");
            }
        }
        return notices;
    }

    /// The end of a sentence; empty if the version is in force there.
    private static String of(CertifiedSpan span, LibrarySnapshot library, LocalDate today) {
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
