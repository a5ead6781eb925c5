package org.proviso.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
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

/// The list of models that clients of OpenAI's interface ask for: there is one, Proviso itself.
@Path(Routes.MODELS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class ModelsResource {

    private final ServedGeneration served;

    ModelsResource(ServedGeneration served) {
        this.served = served;
    }

    @Schema(name = "ModelList")
    record ModelList(String object, List<Model> data) {}

    /// @param created always 0: it is no language model that was made on a day
    @Schema(name = "Model")
    record Model(
            String id,
            String object,
            long created,

            @JsonProperty("owned_by") @Schema(name = "owned_by")
            String owner) {}

    @GET
    @Operation(operationId = "listModels", summary = "The one model to chat with", description = "As OpenAI lists its.")
    @APIResponseSchema(value = ModelList.class, responseCode = "200", responseDescription = "The list")
    public ModelList models(@Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        problems.throwProblems();
        return new ModelList("list", List.of(new Model(ChatCompletion.MODEL, "model", 0, ChatCompletion.MODEL)));
    }
}
