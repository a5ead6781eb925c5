package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class OpenApiIT {

    @Test
    @SuppressWarnings("unchecked")
    void everyOperationIsDescribed() {
        Map<String, Map<String, Map<String, Object>>> paths =
                get("/openapi?format=json").jsonPath().getMap("paths");

        Set<String> ids = new TreeSet<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> assertAll(
                path + " " + method,
                () -> assertTrue(ids.add((String) operation.get("operationId"))),
                () -> assertNotNull(operation.get("summary")),
                () -> assertNotNull(operation.get("description")),
                () -> assertEquals(
                        Set.of("200", "default"), ((Map<String, Object>) operation.get("responses")).keySet()),
                () -> assertTrue(operation.get("responses").toString().contains("application/problem+json")))));
        assertEquals(
                new TreeSet<>(Set.of(
                        "checkCertificate",
                        "createChatCompletion",
                        "draft",
                        "getClause",
                        "getContractType",
                        "getLibrary",
                        "listContractTypes",
                        "listModels",
                        "reloadLibrary",
                        "searchClauses",
                        "verify")),
                ids);
    }

    @Test
    void theExamplesOfBodiesWork() {
        JsonPath api = get("/openapi?format=json").jsonPath();

        for (String path :
                Set.of("/v1/certificates/check", "/v1/drafts", "/v1/verifications", "/v1/chat/completions")) {
            Map<String, Map<String, Object>> examples =
                    api.getMap("paths.'" + path + "'.post.requestBody.content.'application/json'.examples");
            examples.forEach((name, example) -> given().contentType("application/json")
                    .body(example.get("value"))
                    .post(path)
                    .then()
                    .statusCode(200));
        }
    }

    @Test
    void offsetsAreSaidToBeUtf16Units() {
        assertTrue(get("/openapi?format=json")
                .jsonPath()
                .getString("components.schemas.Verification.description")
                .contains("UTF-16"));
    }
}
