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
import org.proviso.certificate.CertificateCheck;
import org.proviso.certificate.CertificateCheck.LibraryAtHand;
import org.proviso.certificate.Trust;
import org.proviso.certificate.VerifyingKey;
import org.proviso.json.CheckView;
import org.proviso.library.RequestReader;
import org.proviso.library.Root;

/// Checks of certificates, whoever made them.
@Path(Routes.CERTIFICATES)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates", description = "Proofs that a document is approved text.")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Singleton
public final class CertificatesResource {

    private final ServedGeneration served;
    private final JsonBody bodies;

    CertificatesResource(ServedGeneration served, JsonBody bodies) {
        this.served = served;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkCertificate",
            summary = "Check a certificate",
            description = "Tells whether a certificate proves that a document is approved text of a library whose root"
                    + " you name, or whose owner. The server's own library is not trusted for it; it only tells what"
                    + " became of the clauses since. A certificate that does not hold is a result, not an error.")
    @APIResponseSchema(
            value = CheckView.class,
            responseCode = "200",
            responseDescription = "Whether it holds, and why not")
    public CheckView check(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CertificateBody.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a certificate that nobody signed",
                                                            value = CertificateBody.EXAMPLE)))
                    @Nullable
                    InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        RequestReader problems = new RequestReader(served.library());
        new QueryFields(uri, problems, List.of());
        CertificateBody asked = CertificateBody.read(bodies.read(headers, body, problems));
        Trust trust = new Trust(
                problems.read("root", asked.root(), Root::new),
                problems.read("owner", asked.owner(), VerifyingKey::ofPem),
                problems.read("signer", asked.signer(), VerifyingKey::ofPem));
        problems.throwProblems();
        return CheckView.of(CertificateCheck.check(
                asked.certificate() == null ? Map.of() : asked.certificate(),
                (asked.text() == null ? "" : asked.text()).getBytes(StandardCharsets.UTF_8),
                trust,
                new LibraryAtHand(served.library(), served.today())));
    }
}
