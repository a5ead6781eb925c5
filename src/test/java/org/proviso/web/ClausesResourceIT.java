package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ClausesResourceIT {

    @Test
    void aSearchFindsTheClauseWithItsReasons() {
        get("/v1/clauses?q=return%20or%20destroy%20documents&limit=3&asOf=2026-06-01")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("asOf", is("2026-06-01"))
                .body("root", matchesPattern("[0-9a-f]{64}"))
                .body("clauses", hasSize(3))
                .body("clauses[0].family", is("confidentiality.return"))
                .body("clauses[0].text", containsString("{{return-period}}"))
                .body("clauses[0].score", greaterThan(0f))
                .body("clauses[0].reasons.lexicalRank", greaterThan(0))
                .body("clauses[0].reasons.matchedTerms", hasItem("return"));
    }

    @Test
    void theListIsInIdOrderWithoutScores() {
        List<String> ids = get("/v1/clauses?limit=1000")
                .then()
                .statusCode(200)
                .body("clauses[0]", not(hasKey("score")))
                .body("clauses[0]", not(hasKey("reasons")))
                .extract()
                .path("clauses.id");

        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void filtersApplyToListAndSearch() {
        for (String q : List.of("", "&q=law")) {
            get("/v1/clauses?jurisdiction=GB-EAW&category=disputes&contract=mutual-nda&position=preferred" + q)
                    .then()
                    .statusCode(200)
                    .body("clauses.size()", greaterThan(0))
                    .body("clauses.category", everyItem(is("Disputes")))
                    .body("clauses.position", everyItem(is("preferred")))
                    .body("clauses.id", not(hasItem("governing-law.delaware")))
                    .body("clauses.id", hasItem("governing-law.england"));
        }
    }

    @Test
    void aClauseIsFoundByIdAndByVersionHoweverItIsEncoded() {
        for (String id : List.of("term.agreement", "term.agreement@1", "term.agreement%401", "term%2Eagreement")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/clauses/" + id)
                    .then()
                    .statusCode(200)
                    .body("id", is("term.agreement"))
                    .body("version", is(1))
                    .body("versions", is(List.of(1)))
                    .body("family", is("term.agreement"))
                    .body("position", is("preferred"))
                    .body("status", is("approved"))
                    .body("jurisdictions", is(List.of("any")))
                    .body("requires", is(List.of()))
                    .body("approved.by", containsString("sample"))
                    .body("guidance", containsString("Use always"))
                    .body("text", containsString("{{disclosure-period}}"))
                    .body("slots[0].slot", is("disclosure-period"))
                    .body("slots[0].type", is("duration"))
                    .body("slots[0].default", is("two (2) years"))
                    .body("slots[0].min", is("one (1) year"))
                    .body("slots[0].max", is("five (5) years"))
                    .body("slots[0].ask", containsString("how long"))
                    .body("", not(hasKey("hash")));
        }
    }

    @Test
    void headAsksForTheHeadersOnly() {
        given().head("/v1/clauses").then().statusCode(200).body(is(""));
    }
}
