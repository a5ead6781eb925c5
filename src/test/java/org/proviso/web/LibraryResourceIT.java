package org.proviso.web;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.proviso.testkit.SampleLibrary;

@QuarkusTest
final class LibraryResourceIT {

    @Test
    void theLibraryIsDescribed() {
        get("/v1/library")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", is("proviso-sample"))
                .body("name", containsString("sample"))
                .body("locale", is("en-US"))
                .body("language", is("en"))
                .body("defaultJurisdiction", is("US-DE"))
                .body("root", matchesPattern("[0-9a-f]{64}"))
                .body("clauses", is(SampleLibrary.library().clauses().size()))
                .body("families", greaterThan(30))
                .body("contractTypes", greaterThan(0));
    }
}
