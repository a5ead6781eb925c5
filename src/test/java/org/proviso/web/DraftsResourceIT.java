package org.proviso.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class DraftsResourceIT {

    @Test
    void aCompleteRequestIsDraftedAndVerified() {
        draft("application/json", Drafts.MUTUAL_NDA)
                .contentType("application/json")
                .body("status", is("complete"))
                .body("contractType", is("mutual-nda"))
                .body("jurisdiction", is("US-DE"))
                .body("root", matchesPattern("[0-9a-f]{64}"))
                .body("questions", is(List.of()))
                .body("document.title", is("Mutual Non-Disclosure Agreement"))
                .body("document.markdown", startsWith("# Mutual Non-Disclosure Agreement\n"))
                .body("document.blocks[1].clause", is("nda.preamble@1"))
                .body("document.blocks[1].slots.'effective-date'", is("2026-03-01"))
                .body("document.blocks.find { it.clause == 'confidentiality.use@2' }.label", is("2.1"))
                .body("document.blocks.find { it.clause == 'confidentiality.use@2' }.heading", is("Use and Protection"))
                .body("values.'effective-date'.value", is("2026-03-01"))
                .body("values.'effective-date'.source", is("request"))
                .body("values.'return-period'.value", is("thirty (30) days"))
                .body("values.'return-period'.source", is("default"))
                .body("values.'destruction-certificate'.value", is(false))
                .body("values.purpose.confirmed", is(true))
                .body("internal.concessions.chosen", is(List.of("survival.single-period@1")))
                .body("internal.explanations", hasItem(containsString("nda.title@1")))
                .body("verification.verdict", is("verified"))
                .body("verification.coverage", is(1.0f))
                .body("verification.completeness.holds", is(true))
                .body("trace.step", is(List.of("select", "fill", "assemble", "verify")))
                .body("notice", containsString("not reviewed by counsel"))
                .body("document.markdown", not(containsString("not reviewed by counsel")))
                .body("certificate.payloadType", is("application/vnd.in-toto+json"))
                .body("", not(hasKey("coverNote")));
    }

    @Test
    void whatIsMissingBecomesAQuestion() {
        draft("application/json", "{\"contractType\": \"mutual-nda\", \"jurisdiction\": \"GB-EAW\"}")
                .body("status", is("needs-input"))
                .body("jurisdiction", is("GB-EAW"))
                .body("questions[0].slot", is("effective-date"))
                .body("questions[0].type", is("date"))
                .body("questions[0].clause", is("nda.preamble@1"))
                .body("questions[0].ask", containsString("date"))
                .body("document.markdown", containsString("⟦effective-date⟧"))
                .body("verification.verdict", is("rejected"))
                .body("verification.deviations.kind.unique()", is(List.of("unfilled")));
    }

    @Test
    void everyFieldOfTheRequestCounts() {
        draft("application/json", """
                {"contractType": "mutual-nda", "jurisdiction": "US-DE", "asOf": "2026-02-03",
                 "values": {"destruction-certificate": true, "return-period": "10 days", "purpose": null},
                 "positions": {"assignment": "fallback-1"},
                 "include": ["residuals"], "exclude": ["confidentiality.discussions"]}""")
                .body("asOf", is("2026-02-03"))
                .body("values.'destruction-certificate'.value", is(true))
                .body("values.'return-period'.value", is("ten (10) days"))
                .body("questions.slot", hasItem("purpose"))
                .body("internal.concessions.family", hasItem("assignment"))
                .body("document.blocks.clause", hasItem("residuals.none@1"))
                .body("document.blocks.clause", not(hasItem("confidentiality.discussions@1")));
    }

    @Test
    void markdownIsTheDocumentAlone() {
        JsonPath json = Drafts.draft(Drafts.MUTUAL_NDA);

        String markdown = draft("text/markdown", Drafts.MUTUAL_NDA)
                .contentType("text/markdown;charset=UTF-8")
                .header("Proviso-Status", "complete")
                .header("Proviso-Root", json.getString("root"))
                .header("Proviso-Notice", containsString("not reviewed by counsel"))
                .extract()
                .asString();

        assertEquals(json.getString("document.markdown"), markdown);
    }

    @Test
    void jsonIsTheDefault() {
        draft("*/*", Drafts.MUTUAL_NDA).contentType("application/json");
        draft("text/markdown;q=0.2, application/json;q=0.3", Drafts.MUTUAL_NDA).contentType("application/json");
        draft("text/markdown;q=0.3, application/json;q=0.2", Drafts.MUTUAL_NDA).contentType("text/markdown");
    }

    private static ValidatableResponse draft(String accept, String body) {
        return given().header("Accept", accept)
                .contentType("application/json")
                .body(body)
                .post("/v1/drafts")
                .then()
                .statusCode(200);
    }
}
