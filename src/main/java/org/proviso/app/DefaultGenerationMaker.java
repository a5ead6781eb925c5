package org.proviso.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Certifier;
import org.proviso.certificate.RootSignature;
import org.proviso.certificate.SigningKey;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Thesaurus;
import org.proviso.retrieval.TokenProjection;
import org.proviso.verification.Verifier;

/// Makes generations on one data folder. What is the same as in the previous one is taken over.
///
/// @param data where the index is kept
/// @param tokens what tokens are mapped by; null without late interaction
/// @param background where clauses are embedded
record DefaultGenerationMaker(
        Path data,
        SigningKey key,
        Embedder embedder,
        Projection projection,
        @Nullable TokenProjection tokens,
        Thesaurus thesaurus,
        Executor background)
        implements GenerationMaker {

    @Override
    public Generation make(LibrarySnapshot library, @Nullable RootSignature signature, @Nullable Generation previous) {
        Certifier certifier = new Certifier(library, key, signature);
        if (previous == null || !isSame(library, previous.library())) {
            Verifier verifier = new Verifier(library);
            DraftingChain drafting = new DraftingChain(library, verifier);
            // Last, for it takes the right to write from the previous one.
            Workspace workspace = previous == null
                    ? Workspace.open(library, data, embedder, projection, tokens, thesaurus, background, _ -> {})
                    : previous.workspace().succeededBy(library);
            return new Generation(library, verifier, drafting, certifier, workspace);
        }
        return isSame(certifier.rootSignature(), previous.certifier().rootSignature())
                ? previous
                : previous.with(new Certifier(previous.library(), key, signature));
    }

    private static boolean isSame(LibrarySnapshot one, LibrarySnapshot other) {
        return one.root().equals(other.root()) && one.settings().equals(other.settings());
    }

    private static boolean isSame(@Nullable RootSignature one, @Nullable RootSignature other) {
        return one == null || other == null
                ? one == other
                : Arrays.equals(one.envelope().file(), other.envelope().file());
    }
}
