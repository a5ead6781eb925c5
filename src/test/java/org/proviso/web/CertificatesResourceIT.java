package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class CertificatesResourceIT {

    @Test
    void aDraftCarriesACertificateThatHolds() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);

        check(Map.of(
                        "certificate", draft.getMap("certificate"),
                        "text", draft.getString("document.markdown"),
                        "root", draft.getString("root"),
                        "signer", get("/v1/library").path("signer.publicKey")))
                .body("holds", is(true))
                .body("findings", hasSize(0))
                .body("file", is("same"))
                .body("rootTrust", is("pinned"))
                .body("root", is(draft.getString("root")))
                .body("asOf", is(draft.getString("asOf")))
                .body("scope", is("contract"))
                .body("contractType", is("mutual-nda"))
                .body("keyid", is(get("/v1/library").<String>path("signer.keyid")))
                .body("limits", containsString("no opinion"));
    }

    @Test
    void theServersOwnRootIsNotTrustedUnlessItIsNamed() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);

        check(Map.of("certificate", draft.getMap("certificate"), "text", draft.getString("document.markdown")))
                .body("holds", is(false))
                .body("rootTrust", is("none"))
                .body("findings[0]", containsString("its signer's word"));
    }

    @Test
    void anotherTextDoesNotHold() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);

        check(Map.of(
                        "certificate", draft.getMap("certificate"),
                        "text", draft.getString("document.markdown").replaceFirst("shall keep", "may keep"),
                        "root", draft.getString("root")))
                .body("holds", is(false))
                .body("file", is("other"));
    }

    @Test
    void nonsenseIsAFinding() {
        check(Map.of("certificate", Map.of("payload", 1), "text", "x"))
                .body("holds", is(false))
                .body("findings", hasSize(1))
                .body("", not(hasKey("root")));
    }

    @Test
    void aVerifiedDocumentCarriesACertificateAndOthersNone() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);
        String text = draft.getString("document.markdown");

        JsonPath verified = verify(Map.of("text", text, "values", Drafts.values(draft)))
                .body("certificate.payloadType", is("application/vnd.in-toto+json"))
                .body("certificate.signatures[0].keyid", matchesPattern("[0-9a-f]{64}"))
                .extract()
                .jsonPath();
        check(Map.of(
                        "certificate", verified.getMap("certificate"),
                        "text", text,
                        "root", draft.getString("root")))
                .body("holds", is(true))
                .body("scope", is("clauses"));
        verify(Map.of("text", text)).body("", not(hasKey("certificate")));
        verify(Map.of("text", text + "\n\nAnd more.")).body("", not(hasKey("certificate")));
    }

    @Test
    void anEarlierCertificateConfirmsItsValues() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);
        Map<String, Object> body = new HashMap<>();
        body.put("text", draft.getString("document.markdown"));
        body.put("certificate", draft.getMap("certificate"));

        verify(body).body("verdict", is("verified"));

        body.put("values", Map.of("purpose", draft.getString("values.purpose.value")));
        verify(body).body("verdict", is("verified"));

        body.put("values", Map.of("purpose", "the evaluation of a merger"));
        ProblemAssertions.assertProblem(
                given().contentType("application/json").body(body).post("/v1/verifications"),
                422,
                List.of("values.purpose", "but the certificate says"));
    }

    @Test
    void aCertificateOfAnotherServerConfirmsNothing() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);
        Map<String, Object> changed = new HashMap<>(draft.getMap("certificate"));
        changed.put("signatures", List.of(Map.of("keyid", "", "sig", "AAAA")));

        ProblemAssertions.assertProblem(
                given().contentType("application/json")
                        .body(Map.of("text", draft.getString("document.markdown"), "certificate", changed))
                        .post("/v1/verifications"),
                422,
                List.of("certificate: ", "is not signed by the key that it names"));
    }

    @Test
    void anOpenDraftHasNoCertificate() {
        JsonPath open = Drafts.draft("{\"contractType\": \"mutual-nda\"}");

        assertEquals("needs-input", open.getString("status"));
        assertNull(open.<Object>get("certificate"));
    }

    @Test
    void theLibraryNamesItsSigner() {
        get("/v1/library")
                .then()
                .body("signer.keyid", matchesPattern("[0-9a-f]{64}"))
                .body("signer.publicKey", startsWith("-----BEGIN PUBLIC KEY-----\n"))
                .body("", not(hasKey("signature")));
    }

    private static ValidatableResponse check(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/certificates/check")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    private static ValidatableResponse verify(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/verifications")
                .then()
                .statusCode(200);
    }
}
