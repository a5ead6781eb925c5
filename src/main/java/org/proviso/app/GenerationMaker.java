package org.proviso.app;

import org.jspecify.annotations.Nullable;
import org.proviso.certificate.RootSignature;
import org.proviso.library.LibrarySnapshot;

/// Makes generations of libraries.
@FunctionalInterface
interface GenerationMaker {

    /// The generation that serves a library; `previous` itself if it does so already.
    ///
    /// @param signature the owner's, or null
    /// @param previous what is served now and goes on answering; null if nothing is
    Generation make(LibrarySnapshot library, @Nullable RootSignature signature, @Nullable Generation previous);
}
