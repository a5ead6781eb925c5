package org.proviso.app;

import java.time.LocalDate;
import org.proviso.answering.AnsweringChain;
import org.proviso.certificate.Certifier;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.VectorIndexer;
import org.proviso.verification.Verifier;
import org.proviso.web.ServedGeneration;

/// One use of a generation, as the web package sees it.
record TakenGeneration(Turnover<Generation>.Use use, LocalDate today) implements ServedGeneration {

    @Override
    public LibrarySnapshot library() {
        return use.value().library();
    }

    @Override
    public Verifier verifier() {
        return use.value().verifier();
    }

    @Override
    public DraftingChain drafting() {
        return use.value().drafting();
    }

    @Override
    public Certifier certifier() {
        return use.value().certifier();
    }

    @Override
    public Retriever retriever() {
        return use.value().workspace().retriever();
    }

    @Override
    public AnsweringChain answering() {
        return use.value().workspace().answering();
    }

    @Override
    public IndexProgress progress() {
        return use.value().workspace().progress();
    }

    VectorIndexer.State indexing() {
        return use.value().workspace().indexing();
    }

    @Override
    public void close() {
        use.close();
    }
}
