package org.proviso.web;

import java.time.LocalDate;
import org.proviso.answering.AnsweringChain;
import org.proviso.certificate.Certifier;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Retriever;
import org.proviso.verification.Verifier;

/// What one request works with: a library, what was made of it, and the day. All of it is of one generation,
/// whatever is loaded while the request runs.
///
/// Resources get it injected and never close it: [RequestGeneration] does, when the response is finished.
public interface ServedGeneration extends AutoCloseable {

    LibrarySnapshot library();

    Verifier verifier();

    DraftingChain drafting();

    Certifier certifier();

    Retriever retriever();

    AnsweringChain answering();

    /// How far the search index is by now.
    IndexProgress progress();

    /// The day on which the request began.
    LocalDate today();

    /// Gives it back; what was retired in the meantime is closed with its last user. A second call does
    /// nothing.
    @Override
    void close();
}
