package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proviso.verification.Verification;

@QuarkusTest
final class VerificationsResourceIT {

    @Test
    void aDraftIsVerifiedWithItsValues() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);

        verify(Map.of(
                        "text", draft.getString("document.markdown"),
                        "contractType", "mutual-nda",
                        "jurisdiction", "US-DE",
                        "asOf", draft.getString("asOf"),
                        "values", Drafts.values(draft)))
                .body("verdict", is("verified"))
                .body("scope", is("contract"))
                .body("coverage", is(1.0f))
                .body("deviations", hasSize(0))
                .body("root", is(draft.getString("root")))
                .body("spans.size()", is(draft.getList("document.blocks").size()))
                .body("completeness.contractType", is("mutual-nda"))
                .body("completeness.holds", is(true))
                .body("limits", is(Verification.LIMITS));
    }

    @Test
    void withoutValuesTheyAreTheReadersToConfirm() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);

        verify(Map.of("text", draft.getString("document.markdown")))
                .body("verdict", is("values-unconfirmed"))
                .body("coverage", is(1.0f))
                .body("values.keySet()", is(draft.getMap("values").keySet()))
                .body("values.purpose", hasEntry("confirmed", false))
                .body("values.purpose", hasEntry("type", "text"))
                .body("values.purpose.value", is(draft.getString("values.purpose.value")))
                .body("values.'destruction-certificate'.value", is(false))
                .body("", not(hasKey("completeness")));
    }

    @Test
    void oneOtherWordIsRejectedWithTheReason() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);
        String altered = draft.getString("document.markdown").replaceFirst("shall keep", "may keep");

        verify(Map.of("text", altered, "values", Drafts.values(draft)))
                .body("verdict", is("rejected"))
                .body("coverage", lessThan(1.0f))
                .body("deviations", hasSize(1))
                .body("deviations[0].kind", is("altered"))
                .body("deviations[0].reason", containsString("\"may\" stands where \"shall\" is approved"))
                .body("deviations[0].nearest[0].clause", is("confidentiality.use@2"))
                .body("deviations[0].difference.find { it.operation == 'replaced' }.approved", is("shall"))
                .body("deviations[0].difference.find { it.operation == 'replaced' }.found", is("may"))
                .body(
                        "deviations[0].difference.find { it.operation == 'replaced' }.start",
                        is(altered.indexOf("may keep")));
    }

    @Test
    void aValueThatContradictsTheConfirmedOneIsRejected() {
        JsonPath draft = Drafts.draft(Drafts.MUTUAL_NDA);
        Map<String, Object> values = Drafts.values(draft);
        values.put("return-period", "10 days");

        verify(Map.of("text", draft.getString("document.markdown"), "values", values))
                .body("verdict", is("rejected"))
                .body("deviations[0].kind", is("slot-violation"))
                .body("deviations[0].reason", containsString("ten (10) days"));
    }

    @Test
    void offsetsCountUtf16Units() {
        String waiver = clause("waiver");

        verify(Map.of("text", "😀\n\n" + waiver))
                .body("verdict", is("rejected"))
                .body("deviations[0].start", is(0))
                .body("deviations[0].end", is(2))
                .body("spans[0].start", is(4))
                .body("spans[0].end", is(4 + waiver.length()));
    }

    @Test
    void whatIsMissingFromAContractIsNamed() {
        String waiver = clause("waiver");

        List<String> others = get("/v1/contract-types/mutual-nda")
                .path("sections.families.flatten().findAll { !it.optional && it.family != 'waiver' }.family");

        verify(Map.of("text", waiver, "contractType", "mutual-nda"))
                .body("verdict", is("verified"))
                .body("scope", is("clauses"))
                .body("completeness.holds", is(false))
                .body("completeness.missing", is(others));
    }

    @Test
    void aDocumentOfTenMegabytesIsReadToTheEnd() {
        String waiver = clause("waiver");

        String text = (waiver + "\n\n").repeat(10_000_000 / (waiver.length() + 2));

        JsonPath verification = verify(Map.of("text", text)).extract().jsonPath();

        int times = text.length() / (waiver.length() + 2);
        assertEquals(times, verification.getList("spans").size());
        assertEquals(1.0f, verification.getFloat("coverage"));
        assertEquals(
                List.of("repeated"),
                verification.getList("deviations.kind").stream().distinct().toList());
        assertEquals(times - 1, verification.getList("deviations").size());
    }

    private static String clause(String id) {
        return given().get("/v1/clauses/" + id).jsonPath().getString("text").strip();
    }

    private static ValidatableResponse verify(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/verifications")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
