package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows, references and conditions through the REST interface.
@QuarkusTest
@TestProfile(RowsIT.WithRows.class)
final class RowsIT {

    public static final class WithRows implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RowsLibrary.class);
        }
    }

    private static final String FEES = """
            [{"service": "hosting", "amount": "USD 5,000"}, {"service": "support by email", "amount": "USD 250.50"}]""";

    @Test
    void rowsAreDraftedAndVerifyAsTheDraftToldThem() {
        JsonPath draft = Drafts.draft(request("\"deal\": \"large\", \"fees\": " + FEES));

        given().contentType("application/json")
                .body(Map.of(
                        "text",
                        draft.getString("document.markdown"),
                        "contractType",
                        "services",
                        "jurisdiction",
                        "US-DE",
                        "values",
                        Drafts.values(draft)))
                .post("/v1/verifications")
                .then()
                .statusCode(200)
                .body("verdict", is("verified"))
                .body("completeness.holds", is(true))
                .body("values.'fees[2].amount'.value", is("USD 250.50"))
                .body("values.'ref:payment'.value", is("1.2"))
                .body("values.'ref:payment'.confirmed", is(true))
                .body("spans[0].slots.fees.service", is(List.of("hosting", "support by email")));
    }

    @Test
    void aDraftTellsItsRowsConditionsAndApprovals() {
        drafted(request("\"deal\": \"small\", \"fees\": " + FEES))
                .then()
                .statusCode(200)
                .body("status", is("complete"))
                .body("values.fees.value.amount", is(List.of("USD 5,000", "USD 250.50")))
                .body("values.fees.source", is("request"))
                .body("values.deal.value", is("small"))
                .body("values", not(hasKey("fees[1].service")))
                .body("document.blocks[0].slots.fees[1].service", is("support by email"))
                .body("document.markdown", containsString("They are due as Section 1.2 says."))
                .body("document.markdown", containsString("1.2 **Each invoice falls due"))
                .body("document.markdown", not(containsString("credits")))
                .body("internal.approvals", is(List.of(Map.of("clause", "payment@1", "role", "head-of-finance"))))
                .body("internal.explanations", hasItem("credits: left out; it is there only when deal is large."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fees[1].service\": \"hosting\", \"fees[1].amount\": \"USD 5\"",
                "\"fees\": \"1\", \"fees[1].service\": \"hosting\", \"fees[1].amount\": \"USD 5\"",
                "\"fees\": [{\"service\": \"hosting\"}], \"fees[1].amount\": \"USD 5\"",
                "\"fees\": [{\"service\": \"hosting\", \"amount\": \"USD 5\"}]"
            })
    void cellsMayBeGivenByName(String values) {
        drafted(request("\"deal\": \"small\", " + values)).then().body("status", is("complete"));
    }

    @Test
    void openRowsAreAQuestionWithColumns() {
        drafted(request("\"deal\": null"))
                .then()
                .statusCode(200)
                .body("status", is("needs-input"))
                .body("questions.slot", is(List.of("deal", "fees")))
                .body("questions[0].ask", is("How large is it?"))
                .body("questions[0].choices", is(List.of("small", "large")))
                .body("questions[0]", not(hasKey("clause")))
                .body("questions[1].type", is("rows"))
                .body("questions[1].min", is("1"))
                .body("questions[1].max", is("3"))
                .body("questions[1].columns.slot", is(List.of("amount", "service")))
                .body("questions[1].columns.type", is(List.of("money", "text")))
                .body("document.markdown", containsString("⟦fees[1].service⟧"));
    }

    @Test
    void aRecipeTellsItsQuestionsAndConditions() {
        get("/v1/contract-types/services")
                .then()
                .statusCode(200)
                .body("questions.slot", is(List.of("deal", "fees")))
                .body("sections[0].families[2].when", is(List.of(Map.of("name", "deal", "anyOf", List.of("large")))))
                .body("sections[0].families[0]", not(hasKey("when")));
    }

    @Test
    void aClauseTellsWhoMayAgreeAndWhetherItIsConspicuous() {
        get("/v1/clauses/payment")
                .then()
                .statusCode(200)
                .body("mayAgree", is("head-of-finance"))
                .body("conspicuous", is(true));
        get("/v1/clauses/fees").then().body("slots[0].columns.slot", hasItems("amount", "service"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | "fees": {"service": "hosting"}                    | values.fees: It is an object: give a string, number or boolean; of rows, an array
            400 | "fees": ["hosting"]                               | values.fees[1]: It is the string "hosting": give an object
            400 | "fees": [{"service": ["hosting"]}]                | values.fees[1].service: It is an array
            400 | "fees": [[{"service": "hosting"}]]                | values.fees[1]: It is an array
            422 | "fees": []                                        | values.fees: The number of rows is 0: give 1 to 3.
            422 | "fees": [{}]                                      | values.fees[1]: The row is missing or empty
            422 | "fees": [{"service": "hosting"}]                  | values.fees[1].amount: The cell is missing: give it a money.
            422 | "fees": [{"service": "hosting", "amount": null}]  | values.fees[1].amount: The cell is missing
            422 | "fees": [{"service": "hosting", "amount": 5}]     | values.fees[1].amount: "5" is not a value
            422 | "fees": [{"service": "hosting", "amount": "USD 5", "colour": "red"}] | values.fees[1].colour: There is no such column
            422 | "fees": [{"service": "hosting. It is free", "amount": "USD 5"}] | values.fees[1].service
            422 | "fees": [{"service": "**hosting**", "amount": "USD 5"}] | values.fees[1].service
            422 | "fees": [{"service": "<b>hosting</b>", "amount": "USD 5"}] | values.fees[1].service
            422 | "fees": [{"service": "⟦fees[1].service⟧", "amount": "USD 5"}] | values.fees[1].service
            422 | "fees": "hosting"                                 | values.fees: "hosting" is no number of rows
            422 | "fees": 2                                         | values.fees[1]: The row is missing or empty
            422 | "fees[-1].service": "hosting"                     | values.fees[-1].service: This names no cell
            422 | "fees[01].service": "hosting"                     | values.fees[01].service: This names no cell
            422 | "fees[2].service": "hosting"                      | values.fees[1]: The row is missing or empty
            422 | "deal": [{"x": "small"}]                          | values.deal: It is no rows, but of the type choice
            422 | "dues": [{"x": "small"}]                          | values.dues: There is no such slot
            """)
    void malformedRowsAreProblemsThatNameTheirPlace(int status, String values, String problem) {
        ProblemAssertions.assertProblem(drafted(request(values)), status, List.of(problem));
        ProblemAssertions.assertProblem(
                given().contentType("application/json")
                        .body("{\"text\": \"a\", \"values\": {" + values + "}}")
                        .post("/v1/verifications"),
                status,
                List.of(problem.replace("no such slot in services", "no such slot")));
    }

    @Test
    void tooManyRowsAreOneShortProblem() {
        String rows = "{\"service\": \"hosting\", \"amount\": \"USD 5\"},".repeat(500);
        Response response = drafted(request("\"fees\": [" + rows.substring(0, rows.length() - 1) + "]"));

        ProblemAssertions.assertProblem(response, 400, List.of("values.fees: It has 500 rows: give at most 50."));
        response.then().body("errors.size()", is(1));
    }

    private static String request(String values) {
        return "{\"contractType\": \"services\", \"values\": {" + values + "}}";
    }

    private static Response drafted(String body) {
        return given().contentType("application/json").body(body).post("/v1/drafts");
    }
}
