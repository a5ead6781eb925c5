package org.proviso.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.VerifyingKey;
import org.proviso.clause.ClauseVersion;
import org.proviso.json.RootView;
import org.proviso.json.RootView.SignatureOnRoot;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.IndexProgress;
import org.proviso.web.ReloadState.Refused;
import org.proviso.web.ReloadState.Serving;

/// The library as a whole.
///
/// @param clauses how many clause versions there are
/// @param index how far the search index is
@Schema(name = "Library")
record LibraryView(
        String id,
        String name,
        String locale,
        String language,
        String defaultJurisdiction,
        String root,

        @Schema(description = "The owner's signature on the root, which certificates carry; absent if there is none.")
        @Nullable
        SignatureOnRoot signature,

        Signer signer,

        @Schema(description = "How many clause versions there are.")
        int clauses,

        int families,
        int contractTypes,
        Progress index,
        Reload reload) {

    /// The key that this server signs certificates with.
    ///
    /// @param keyid SHA-256 of the public key
    @Schema(name = "Signer", description = "The key that this server signs certificates with.")
    record Signer(
            @Schema(description = "SHA-256 of the public key's DER, in hexadecimal.")
            String keyid,

            @Schema(description = "The Ed25519 public key as PEM.")
            String publicKey) {

        static Signer of(VerifyingKey key) {
            return new Signer(key.keyid(), key.pem());
        }
    }

    /// @param ready whether search goes by meaning too, not by words alone
    @Schema(name = "IndexProgress")
    record Progress(
            @Schema(description = "Clause versions that are searchable by words.")
            int clauses,

            @Schema(description = "What has to be embedded: the clauses and the questions that they answer.")
            int texts,

            @Schema(description = "How many of these have their vector.")
            int vectors,

            @Schema(description = "Whether search goes by meaning too.")
            boolean ready) {

        static Progress of(IndexProgress progress) {
            return new Progress(progress.clauses(), progress.texts(), progress.vectors(), progress.ready());
        }
    }

    /// Whether this is what the library's folder held when it was last loaded.
    @Schema(name = "Reload", description = "What came of the last time that the library's folder was loaded.")
    record Reload(
            @Schema(
                    description = "`serving` if what the folder held is served; `refused` if it is broken, and an older"
                            + " state is served.",
                    enumeration = {"serving", "refused"})
            String state,

            @Schema(description = "When that was.") Instant at,

            @Schema(description = "What is wrong with the folder; empty if nothing is.")
            List<LibraryProblemView> problems,

            @Schema(description = "How many problems there are besides; absent if none.") @Nullable
            Integer more) {

        static Reload of(ReloadState state) {
            return switch (state) {
                case Serving serving -> new Reload("serving", serving.at(), List.of(), null);
                case Refused refused -> {
                    int more = refused.problems().size() - LibraryProblemView.MAX;
                    yield new Reload(
                            "refused", refused.at(), LibraryProblemView.of(refused.problems()), more > 0 ? more : null);
                }
            };
        }
    }

    static LibraryView of(ServedGeneration served, ReloadState reload) {
        LibrarySnapshot library = served.library();
        LibrarySettings settings = library.settings();
        return new LibraryView(
                settings.id(),
                settings.name(),
                settings.locale().toString(),
                settings.language(),
                settings.defaultJurisdiction().code(),
                library.root().hex(),
                RootView.of(library, served.certifier().rootSignature()).signature(),
                Signer.of(served.certifier().publicKey()),
                library.clauses().size(),
                (int) library.clauses().stream()
                        .map(ClauseVersion::family)
                        .distinct()
                        .count(),
                library.contractTypes().size(),
                Progress.of(served.progress()),
                Reload.of(reload));
    }
}
