package org.proviso.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.proviso.library.RequestReader;
import org.proviso.web.ReloadState.Refused;
import org.proviso.web.ReloadState.Serving;

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

    private final ServedGeneration served;
    private final Generations generations;
    private final LibraryReload reload;

    LibraryResource(ServedGeneration served, Generations generations, LibraryReload reload) {
        this.served = served;
        this.generations = generations;
        this.reload = reload;
    }

    @GET
    @Operation(
            operationId = "getLibrary",
            summary = "The library",
            description = "Its settings, root and counts, and whether it is what its folder holds.")
    @APIResponseSchema(value = LibraryView.class, responseCode = "200", responseDescription = "The library")
    public LibraryView library(@Context UriInfo uri) {
        refuseParameters(uri);
        return LibraryView.of(served, reload.last());
    }

    @POST
    @Path(Routes.RELOAD)
    @Operation(
            operationId = "reloadLibrary",
            summary = "Load the library again",
            description = "Loads the library's folder and serves it, if it is sound, to the requests that begin from"
                    + " now on. If it is broken, the answer is a problem that lists what is wrong, file by file, and"
                    + " what is served stays.")
    @APIResponseSchema(
            value = LibraryView.class,
            responseCode = "200",
            responseDescription = "The library that is served now, changed or not")
    public LibraryView reload(@Context UriInfo uri) {
        refuseParameters(uri);
        return switch (reload.now()) {
            case Serving serving -> {
                try (ServedGeneration newest = generations.take()) {
                    yield LibraryView.of(newest, serving);
                }
            }
            case Refused refused -> throw new BrokenLibraryException(refused.problems());
        };
    }

    private void refuseParameters(UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        problems.throwProblems();
    }
}
