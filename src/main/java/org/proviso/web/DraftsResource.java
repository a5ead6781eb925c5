package org.proviso.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Envelope;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.drafting.Draft;
import org.proviso.drafting.DraftCertificate;
import org.proviso.drafting.DraftRequest;
import org.proviso.json.DraftResult;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.RequestReader;

/// Drafts: from a contract type and values to a verified contract.
@Path(Routes.DRAFTS)
@Tag(name = "Drafting", description = "Contracts out of approved clauses.")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class DraftsResource {

    private static final String MARKDOWN = "text/markdown";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(MARKDOWN))
            .build();

    private final ServedGeneration served;
    private final JsonBody bodies;

    DraftsResource(ServedGeneration served, JsonBody bodies) {
        this.served = served;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(
            operationId = "draft",
            summary = "Draft a contract",
            description = "Chooses a clause for each family of the contract type, fills the slots, assembles the"
                    + " document and verifies it. Slots without a value and without a default become questions, and"
                    + " placeholders in the document. As text/markdown, the document alone.")
    @APIResponse(
            responseCode = "200",
            description = "The draft; with Accept: text/markdown, its document.",
            headers = {
                @Header(
                        name = "Proviso-Status",
                        description = "Of text/markdown: the draft's status.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Proviso-Root",
                        description = "Of text/markdown: the library's root.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Proviso-Notice",
                        description = "Of text/markdown: the notice, if there is one.",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DraftResult.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING))
            })
    public Response draft(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DraftBody.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a mutual NDA under the laws of Delaware",
                                                            value = DraftBody.EXAMPLE)))
                    @Nullable
                    InputStream body,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        DraftRequest asked = request(DraftBody.read(bodies.read(headers, body, problems)), problems);
        Draft draft = served.drafting().draft(asked);
        Variant variant = request.selectVariant(VARIANTS);
        if (variant == null || !variant.getMediaType().toString().equals(MARKDOWN)) {
            Envelope certificate = draft.status() == Draft.Status.COMPLETE
                    ? DraftCertificate.of(served.certifier(), asked, draft)
                    : null;
            return Response.ok(DraftResult.of(served.library(), draft, certificate), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return Response.ok(draft.document().markdown(), MARKDOWN + ";charset=UTF-8")
                .header("Proviso-Status", draft.status())
                .header("Proviso-Root", draft.root())
                .header("Proviso-Notice", ascii(DraftResult.notice(draft.document())))
                .build();
    }

    /// A header is written in ASCII; a null is none.
    private static @Nullable String ascii(@Nullable String text) {
        return text == null ? null : text.replaceAll("[^ -~]", "?");
    }

    private DraftRequest request(DraftBody body, RequestReader problems) {
        ContractType contractType = problems.contractType("contractType", body.contractType());
        Jurisdiction jurisdiction = problems.jurisdiction("jurisdiction", body.jurisdiction());
        LocalDate asOf = problems.date("asOf", body.asOf(), served.today());
        SortedMap<FamilyId, Position> positions = new TreeMap<>();
        body.positions().forEach((name, written) -> {
            String field = "positions." + name;
            FamilyId family = problems.read(field, name, FamilyId::new);
            Position position = problems.read(field, written, Position::parse);
            if (family != null && position != null) {
                positions.put(family, position);
            }
        });
        SortedSet<FamilyId> include = families("include", body.include(), problems);
        SortedSet<FamilyId> exclude = families("exclude", body.exclude(), problems);
        problems.throwProblems();
        if (contractType == null) {
            throw new InvalidRequestException(FieldProblem.malformed("contractType", "The field is missing."));
        }
        return new DraftRequest(
                contractType,
                jurisdiction == null ? served.library().settings().defaultJurisdiction() : jurisdiction,
                asOf,
                new TreeMap<>(body.values()),
                positions,
                include,
                exclude);
    }

    private static SortedSet<FamilyId> families(String field, List<String> names, RequestReader problems) {
        SortedSet<FamilyId> families = new TreeSet<>();
        for (String name : names) {
            FamilyId family = problems.read(field, name, FamilyId::new);
            if (family != null) {
                families.add(family);
            }
        }
        return families;
    }
}
