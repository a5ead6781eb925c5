package org.proviso.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Jurisdiction;
import org.proviso.drafting.DraftRequest;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.RequestReader;

/// Contract types: the recipes, with the slots to fill.
@Path(Routes.CONTRACT_TYPES)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Library")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class ContractTypesResource {

    private final ServedGeneration served;

    ContractTypesResource(ServedGeneration served) {
        this.served = served;
    }

    @GET
    @Operation(operationId = "listContractTypes", summary = "The contract types", description = "In id order.")
    @APIResponseSchema(value = ContractTypeList.class, responseCode = "200", responseDescription = "The contract types")
    public ContractTypeList contractTypes(@Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        problems.throwProblems();
        return new ContractTypeList(
                served.library().root().hex(),
                served.library().contractTypes().stream()
                        .map(ContractTypeList.Row::of)
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getContractType",
            summary = "One contract type and the slots to fill",
            description = "Its sections and families, each with its ladder of positions, and the slots of the clauses"
                    + " that are chosen by default.")
    @Parameter(
            name = "jurisdiction",
            in = ParameterIn.QUERY,
            description = "The jurisdiction to draft for; the library's default if absent.",
            schema = @Schema(type = SchemaType.STRING, examples = "US-DE"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day whose clauses count; today if absent.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponseSchema(
            value = ContractTypeDetails.class,
            responseCode = "200",
            responseDescription = "The contract type")
    public ContractTypeDetails contractType(
            @Parameter(example = "mutual-nda") @PathParam("id") String id, @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        QueryFields query = new QueryFields(uri, problems, List.of("jurisdiction", "asOf"));
        Jurisdiction jurisdiction = problems.jurisdiction("jurisdiction", query.text("jurisdiction"));
        LocalDate asOf = problems.date("asOf", query.text("asOf"), served.today());
        problems.throwProblems();
        ContractType contractType = served.library().contractTypes().stream()
                .filter(recipe -> recipe.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
        return ContractTypeDetails.of(
                served.library(),
                contractType,
                served.drafting()
                        .draft(DraftRequest.of(
                                contractType,
                                jurisdiction == null
                                        ? served.library().settings().defaultJurisdiction()
                                        : jurisdiction,
                                asOf,
                                Map.of())));
    }

    private InvalidRequestException notFound(String id) {
        return new InvalidRequestException(FieldProblem.notFound(
                "id",
                "There is no contract type \"" + Excerpt.of(id) + "\" in this library: it has "
                        + served.library().contractTypes().stream()
                                .map(recipe -> recipe.id().value())
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
