package org.proviso.web;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.TreeMap;

/// Requests that the tests share.
final class Drafts {

    /// A body that drafts a complete mutual NDA from the shipped library.
    static final String MUTUAL_NDA = DraftBody.EXAMPLE;

    private Drafts() {}

    static JsonPath draft(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/drafts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// The values of a draft in the form that a request sends.
    static Map<String, Object> values(JsonPath draft) {
        Map<String, Map<String, Object>> shown = draft.getMap("values");
        Map<String, Object> values = new TreeMap<>();
        shown.forEach((name, value) -> values.put(name, value.get("value")));
        return values;
    }
}
