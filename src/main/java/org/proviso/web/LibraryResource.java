package org.proviso.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Certifier;
import org.proviso.clause.ClauseVersion;
import org.proviso.json.RootView;
import org.proviso.json.RootView.SignatureOnRoot;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.IndexProgress;

/// The library as a whole.
@Path(Routes.LIBRARY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Library")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class LibraryResource {

    private final LibrarySnapshot library;
    private final Certifier certifier;
    private final Instance<Supplier<IndexProgress>> progress;

    LibraryResource(LibrarySnapshot library, Certifier certifier, Instance<Supplier<IndexProgress>> progress) {
        this.library = library;
        this.certifier = certifier;
        this.progress = progress;
    }

    /// @param clauses how many clause versions there are
    /// @param index how far the search index is; null if there is none
    @Schema(name = "Library")
    record LibraryView(
            String id,
            String name,
            String locale,
            String language,
            String defaultJurisdiction,
            String root,

            @Schema(
                    description =
                            "The owner's signature on the root, which certificates carry; absent if there is none.")
            @Nullable
            SignatureOnRoot signature,

            Signer signer,

            @Schema(description = "How many clause versions there are.")
            int clauses,

            int families,
            int contractTypes,
            @Nullable Progress index) {}

    /// The key that this server signs certificates with.
    ///
    /// @param keyid SHA-256 of the public key
    @Schema(name = "Signer", description = "The key that this server signs certificates with.")
    record Signer(
            @Schema(description = "SHA-256 of the public key's DER, in hexadecimal.")
            String keyid,

            @Schema(description = "The Ed25519 public key as PEM.")
            String publicKey) {}

    /// @param ready whether search goes by meaning too, not by words alone
    @Schema(name = "IndexProgress")
    record Progress(
            @Schema(description = "Clause versions that are searchable by words.")
            int clauses,

            @Schema(description = "How many of them have their vector.")
            int vectors,

            @Schema(description = "Whether search goes by meaning too.")
            boolean ready) {

        static Progress of(IndexProgress progress) {
            return new Progress(progress.clauses(), progress.vectors(), progress.ready());
        }
    }

    @GET
    @Operation(operationId = "getLibrary", summary = "The library", description = "Its settings, root and counts.")
    @APIResponseSchema(value = LibraryView.class, responseCode = "200", responseDescription = "The library")
    public LibraryView library(@Context UriInfo uri) {
        RequestReader problems = new RequestReader(library);
        new QueryFields(uri, problems, List.of());
        problems.throwProblems();
        LibrarySettings settings = library.settings();
        return new LibraryView(
                settings.id(),
                settings.name(),
                settings.locale().toString(),
                settings.language(),
                settings.defaultJurisdiction().code(),
                library.root().hex(),
                RootView.of(library, certifier.rootSignature()).signature(),
                new Signer(certifier.publicKey().keyid(), certifier.publicKey().pem()),
                library.clauses().size(),
                (int) library.clauses().stream()
                        .map(ClauseVersion::family)
                        .distinct()
                        .count(),
                library.contractTypes().size(),
                progress.isResolvable() ? Progress.of(progress.get().get()) : null);
    }
}
