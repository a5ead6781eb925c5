package org.proviso.cli;

import java.io.Closeable;
import java.time.LocalDate;
import org.proviso.answering.AnsweringChain;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Retriever;
import org.proviso.tuning.Searches;
import org.proviso.verification.Verifier;

/// A library opened for one command. What is not asked for is not built: verifying never touches the search index.
public interface Workbench extends Closeable {

    LibrarySnapshot library();

    Verifier verifier();

    DraftingChain drafting();

    /// The retriever over a complete index; builds or completes the index first where that is needed.
    Retriever retriever();

    /// The searches that a tuning needs; complete as [#retriever] is, which serves no more then.
    Searches searches();

    AnsweringChain answering();

    LocalDate today();

    @Override
    void close();
}
