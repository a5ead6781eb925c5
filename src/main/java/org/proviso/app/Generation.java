package org.proviso.app;

import org.proviso.certificate.Certifier;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Verifier;

/// A library and all that was made of it. Whoever makes one closes it.
record Generation(
        LibrarySnapshot library, Verifier verifier, DraftingChain drafting, Certifier certifier, Workspace workspace)
        implements AutoCloseable {

    /// The same with another certifier; both have to be closed.
    Generation with(Certifier other) {
        return new Generation(library, verifier, drafting, other, workspace.share());
    }

    @Override
    public void close() {
        workspace.close();
    }
}
