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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Certificate;
import org.proviso.certificate.ConfirmedValues;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.json.VerificationResult;
import org.proviso.library.ContractType;
import org.proviso.library.FieldProblem;
import org.proviso.library.RequestReader;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;

/// Verifications: whether a text that anyone wrote is approved text.
@Path(Routes.VERIFICATIONS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verification", description = "Which text is approved, which is not, and why.")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class VerificationsResource {

    private final ServedGeneration served;
    private final JsonBody bodies;

    VerificationsResource(ServedGeneration served, JsonBody bodies) {
        this.served = served;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verify",
            summary = "Verify a document",
            description = "Tells which stretches are approved clauses, word for word, and what is wrong with the"
                    + " others. A rejected document is a result, not an error. Offsets are in UTF-16 code units. A verified"
                    + " document gets a certificate, whose file is the text in UTF-8.")
    @APIResponseSchema(
            value = VerificationResult.class,
            responseCode = "200",
            responseDescription = "The verdict and its reasons")
    public VerificationResult verify(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VerificationBody.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a sentence of one's own",
                                                            value = VerificationBody.EXAMPLE)))
                    @Nullable
                    InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        VerificationRequest request = request(VerificationBody.read(bodies.read(headers, body, problems)), problems);
        Verification verification = served.verifier().verify(request);
        return VerificationResult.of(
                served.library(),
                verification,
                verification.verdict() == Verdict.VERIFIED
                        ? served.certifier()
                                .certify(
                                        request,
                                        verification,
                                        request.document().source().getBytes(StandardCharsets.UTF_8))
                        : null);
    }

    private VerificationRequest request(VerificationBody body, RequestReader problems) {
        ContractType contractType = problems.contractType("contractType", body.contractType());
        Jurisdiction jurisdiction = problems.jurisdiction("jurisdiction", body.jurisdiction());
        LocalDate asOf = problems.date("asOf", body.asOf(), served.today());
        Map<String, SlotValue> values =
                ConfirmedValues.of(problems, contractType, body.values(), earlier(body, problems));
        problems.throwProblems();
        CanonicalDocument document = MarkdownReader.read(body.text() == null ? "" : body.text());
        if (document.isEmpty()) {
            problems.report(FieldProblem.refused("text", "There is no text: give the document to verify."));
        }
        problems.throwProblems();
        return new VerificationRequest(document, asOf, values, contractType, jurisdiction);
    }

    /// The earlier certificate, which has to be of this server; null if there is none or after a report.
    private @Nullable Certificate earlier(VerificationBody body, RequestReader problems) {
        if (body.certificate() == null) {
            return null;
        }
        try {
            Certificate earlier = Certificate.of(body.certificate());
            if (earlier.signer().equals(served.certifier().publicKey())) {
                return earlier;
            }
            problems.report(FieldProblem.refused(
                    "certificate",
                    "It is signed by " + earlier.signer() + ", not by this server, "
                            + served.certifier().publicKey() + ": send the values themselves."));
        } catch (IllegalArgumentException e) {
            problems.report(FieldProblem.refused(
                    "certificate", e.getMessage() + " Send it as this server gave it, or leave it out."));
        }
        return null;
    }
}
