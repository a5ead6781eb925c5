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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Excerpt;
import org.proviso.json.ClauseList;
import org.proviso.json.Written;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.RequestReader;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseQuery;

/// Clauses: searched, listed, one by one.
@Path(Routes.CLAUSES)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Library", description = "What is approved.")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class ClausesResource {

    private static final int FOUND = 10;
    private static final int LISTED = 100;
    private static final int MAX_LISTED = 1_000;

    private final ServedGeneration served;

    ClausesResource(ServedGeneration served) {
        this.served = served;
    }

    @GET
    @Operation(
            operationId = "searchClauses",
            summary = "Search or list clauses",
            description = "With `q`, the clauses that fit it best, with score and reasons; without, those in force, in"
                    + " id order.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "What the clause should be about, in words.",
            schema = @Schema(type = SchemaType.STRING, examples = "return of documents"))
    @Parameter(
            name = "jurisdiction",
            in = ParameterIn.QUERY,
            description = "Only clauses for it or for any.",
            schema = @Schema(type = SchemaType.STRING, examples = "US-DE"))
    @Parameter(
            name = "contract",
            in = ParameterIn.QUERY,
            description = "Only clauses that this contract type may use.",
            schema = @Schema(type = SchemaType.STRING, examples = "mutual-nda"))
    @Parameter(
            name = "position",
            in = ParameterIn.QUERY,
            description = "Only this place in the negotiation ladder.",
            schema = @Schema(type = SchemaType.STRING, examples = "fallback-1"))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "Only this category, in any case.",
            schema = @Schema(type = SchemaType.STRING, examples = "Confidentiality"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day whose clauses count; today if absent.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The most clauses: with `q` 1 to 100, 10 if absent; without 1 to 1000, 100 if absent.",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponseSchema(value = ClauseList.class, responseCode = "200", responseDescription = "The clauses")
    public ClauseList clauses(@Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        QueryFields query = new QueryFields(
                uri, problems, List.of("q", "jurisdiction", "contract", "position", "category", "asOf", "limit"));
        String text = query.text("q");
        ClauseFilter filter = FilterReader.read(problems, "", query::text, served.today());
        List<ClauseList.Row> rows =
                text == null ? list(query, filter, problems) : search(text, query, filter, problems);
        return new ClauseList(filter.asOf(), served.library().root().hex(), rows);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getClause",
            summary = "One clause",
            description = "By id, the highest version in force, or else the highest; by `id@version`, that version.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day that \"in force\" means; today if absent.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponseSchema(value = ClauseDetails.class, responseCode = "200", responseDescription = "The clause")
    public ClauseDetails clause(
            @Parameter(description = "`id` or `id@version`", example = "confidentiality.use@1") @PathParam("id")
                    String id,
            @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        QueryFields query = new QueryFields(uri, problems, List.of("asOf"));
        LocalDate asOf = problems.date("asOf", query.text("asOf"), served.today());
        problems.throwProblems();
        int at = id.indexOf('@');
        ClauseId clauseId = parsed(() -> new ClauseId(at < 0 ? id : id.substring(0, at)));
        Collection<ClauseVersion> versions =
                clauseId == null ? List.of() : served.library().versions(clauseId);
        if (clauseId == null || versions.isEmpty()) {
            throw notFound("There is no clause \"" + Excerpt.of(id) + "\" in this library: GET " + Routes.CLAUSES
                    + " lists them.");
        }
        ClauseVersionId versionId = parsed(() -> ClauseVersionId.parse(id));
        Optional<ClauseVersion> found = at < 0
                ? served.library()
                        .inForce(clauseId, asOf)
                        .or(() -> versions.stream().reduce((_, higher) -> higher))
                : versions.stream()
                        .filter(version -> version.versionId().equals(versionId))
                        .findFirst();
        return ClauseDetails.of(
                new Written(served.library().slotFormat()),
                found.orElseThrow(() -> notFound("There is no clause version \"" + Excerpt.of(id) + "\": there are "
                        + versions.stream()
                                .map(version -> version.versionId().toString())
                                .collect(Collectors.joining(", "))
                        + ".")),
                versions,
                served.library().root().hex());
    }

    private List<ClauseList.Row> search(String text, QueryFields query, ClauseFilter filter, RequestReader problems) {
        int limit = query.count("limit", FOUND, ClauseQuery.MAX_LIMIT);
        ClauseQuery search = problems.read("q", text, words -> new ClauseQuery(words, filter, limit));
        problems.throwProblems();
        return search == null
                ? List.of()
                : served.retriever().search(search).stream()
                        .map(ClauseList.Row::of)
                        .toList();
    }

    private List<ClauseList.Row> list(QueryFields query, ClauseFilter filter, RequestReader problems) {
        int limit = query.count("limit", LISTED, MAX_LISTED);
        problems.throwProblems();
        return served.library().inForce(filter.asOf()).stream()
                .filter(clause -> filter.accepts(clause, served.library()))
                .limit(limit)
                .map(ClauseList.Row::of)
                .toList();
    }

    private static <T> @Nullable T parsed(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static InvalidRequestException notFound(String message) {
        return new InvalidRequestException(FieldProblem.notFound("id", message));
    }
}
