package org.proviso.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.proviso.answering.Answer;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.web.ChatBody.FilterBody;

/// Chat, compatible with OpenAI's: the last message of the user is the question.
@Path(Routes.CHAT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat", description = "Questions about clauses, for clients of OpenAI's interface.")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class ChatResource {

    private final ServedGeneration served;
    private final JsonBody bodies;
    private final Clock clock;

    ChatResource(ServedGeneration served, JsonBody bodies, Clock clock) {
        this.served = served;
        this.bodies = bodies;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createChatCompletion",
            summary = "Ask about clauses",
            description = "Quotes the approved clauses that answer the question, word for word, or says that none"
                    + " does. The last message of the user is the question.")
    @APIResponseSchema(value = ChatCompletion.class, responseCode = "200", responseDescription = "The answer")
    public ChatCompletion complete(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ChatBody.class),
                                            examples = @ExampleObject(name = "a question", value = ChatBody.EXAMPLE)))
                    @Nullable
                    InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        ChatBody asked = ChatBody.read(bodies.read(headers, body, problems), problems);
        ClauseFilter filter = filter(asked.proviso(), problems);
        problems.throwProblems();
        Answer answer = served.answering().answer(asked.question(), filter);
        return ChatCompletion.of(
                "chatcmpl-" + UUID.randomUUID(), clock.instant().getEpochSecond(), asked, answer);
    }

    private ClauseFilter filter(@Nullable FilterBody filter, RequestReader problems) {
        LocalDate today = served.today();
        return filter == null
                ? ClauseFilter.asOf(today)
                : FilterReader.read(problems, "proviso.", filter::field, today);
    }
}
