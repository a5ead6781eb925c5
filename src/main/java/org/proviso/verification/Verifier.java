package org.proviso.verification;

import java.util.List;
import org.proviso.document.DocumentReader;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.ClauseCover.Unit;

/// Verifies documents against one library snapshot; safe for use by many threads.
///
/// Time grows with the document, not with the library.
public final class Verifier {

    private final LibrarySnapshot library;
    private final DocumentReader reader;
    private final CompiledLibrary compiled;
    private final NearestClauses nearest;

    /// Prepares a library for verification.
    ///
    /// @throws UnverifiableClauseException if a clause is not readable as paragraphs, or too many have one text
    public Verifier(LibrarySnapshot library) {
        this(library, MarkdownReader::read);
    }

    /// @param reader what the clauses' texts are read by, which has to be what documents are read by
    /// @throws UnverifiableClauseException if a clause is not readable as paragraphs, or has the text of so many
    ///     others that the time of a verification could not be bounded
    public Verifier(LibrarySnapshot library, DocumentReader reader) {
        this.library = library;
        this.reader = reader;
        this.compiled = new CompiledLibrary(library, reader);
        this.nearest = new NearestClauses(library, reader);
    }

    /// Verifies one document; never throws for what the document says.
    public Verification verify(VerificationRequest request) {
        Usability usability = new Usability(library, request.asOf(), request.contractType(), request.jurisdiction());
        List<Unit> units = ClauseCover.cover(
                compiled, request.document().blocks(), library.slotFormat(), request.values(), usability);
        return new Judgement(library, request, units, reader, new Explainer(library, nearest, request, usability))
                .verification();
    }
}
