package org.proviso.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way to ask wrongly that we could think of: the answer names what is wrong and what to do instead.
@QuarkusTest
final class BadRequestsIT {

    private static final String DRAFTS = "/v1/drafts";
    private static final String VERIFICATIONS = "/v1/verifications";
    private static final String CHAT = "/v1/chat/completions";
    private static final String CHECK = "/v1/certificates/check";

    /// @param detail what the problem's detail has to say
    record Posted(String name, String path, String body, int status, List<String> detail) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Posted> BODIES = List.of(
            // What is no request at all.
            posted("empty body", DRAFTS, "", 400, "empty", "send a JSON object"),
            posted("white space", DRAFTS, " \n ", 400, "empty"),
            posted("not JSON", DRAFTS, "contractType=mutual-nda", 400, "not JSON", "line 1, column"),
            posted("single quotes", DRAFTS, "{'contractType': 1}", 400, "not JSON", "line 1, column 2"),
            posted("cut off", DRAFTS, "{\"contractType\":\n \"mutual", 400, "ends too early", "line 2"),
            posted("unclosed", DRAFTS, "{\"contractType\": \"mutual-nda\"", 400, "ends too early"),
            posted("trailing words", DRAFTS, "{} {}", 400, "Something follows", "line 1, column 4"),
            posted("trailing garbage", DRAFTS, "{} x", 400, "not JSON"),
            posted("an array", DRAFTS, "[]", 400, "The body is an array", "send a JSON object"),
            posted("a string", DRAFTS, "\"mutual-nda\"", 400, "the string \"mutual-nda\""),
            posted("null", DRAFTS, "null", 400, "The body is null"),
            posted(
                    "a key twice",
                    DRAFTS,
                    "{\"asOf\": \"2026-01-01\", \"asOf\": \"2026-01-02\"}",
                    400,
                    "\"asOf\" stands twice"),
            posted(
                    "a nested key twice",
                    DRAFTS,
                    "{\"values\": {\"purpose\": 1, \"purpose\": 2}}",
                    400,
                    "\"purpose\" stands twice"),
            posted(
                    "half a surrogate pair",
                    VERIFICATIONS,
                    "{\"text\": \"\\ud83d\"}",
                    400,
                    "surrogate",
                    "valid Unicode"),
            posted("half a pair in a key", DRAFTS, "{\"\\udc00\": 1}", 400, "surrogate"),
            posted("raw control character", DRAFTS, "{\"asOf\": \"\u0001\"}", 400, "not JSON"),
            posted("a comment", DRAFTS, "{/* x */}", 400, "not JSON"),
            posted("NaN", DRAFTS, "{\"values\": {\"purpose\": NaN}}", 400, "not JSON"),
            posted("deep arrays", DRAFTS, "[".repeat(5_000), 400, "nested too deeply"),
            posted("deep objects", DRAFTS, "{\"a\":".repeat(5_000), 400, "nested too deeply"),
            posted(
                    "deep but ignored",
                    CHAT,
                    "{\"tools\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                    400,
                    "nested too deeply"),
            posted("too many values", CHAT, "{\"tools\": [" + "[],".repeat(300_000) + "[]]}", 400, "more than"),

            // Certificates.
            posted(
                    "a check without a certificate",
                    CHECK,
                    "{\"text\": \"x\"}",
                    400,
                    "certificate: The field is missing"),
            posted("a check without a text", CHECK, "{\"certificate\": {}}", 400, "text: The field is missing"),
            posted(
                    "a certificate as text",
                    CHECK,
                    "{\"certificate\": \"e30=\", \"text\": \"x\"}",
                    400,
                    "certificate: It is the string",
                    "give an object"),
            posted(
                    "a root that is none",
                    CHECK,
                    "{\"certificate\": {}, \"text\": \"x\", \"root\": \"ABC\"}",
                    422,
                    "root: \"ABC\" is not a SHA-256"),
            posted(
                    "an owner that is no key",
                    CHECK,
                    "{\"certificate\": {}, \"text\": \"x\", \"owner\": \"me\"}",
                    422,
                    "owner: It holds no \"-----BEGIN PUBLIC KEY-----\""),
            posted(
                    "a signer that is a private key",
                    CHECK,
                    "{\"certificate\": {}, \"text\": \"x\", \"signer\": \"-----BEGIN PRIVATE KEY-----\\nAA==\\n"
                            + "-----END PRIVATE KEY-----\"}",
                    422,
                    "signer: It holds a \"PRIVATE KEY\""),
            posted(
                    "confirmed by no certificate",
                    VERIFICATIONS,
                    "{\"text\": \"x\", \"certificate\": {}}",
                    422,
                    "certificate: the certificate.signatures is missing"),
            posted(
                    "confirmed by a number",
                    VERIFICATIONS,
                    "{\"text\": \"x\", \"certificate\": 1}",
                    400,
                    "certificate: It is the number 1"),

            // Fields of the wrong kind.
            posted(
                    "unknown field",
                    DRAFTS,
                    "{\"contractTyp\": \"mutual-nda\"}",
                    400,
                    "contractTyp: There is no such field",
                    "contractType, exclude"),
            posted(
                    "brief comes later",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"brief\": \"an NDA\"}",
                    400,
                    "brief: There is no such field"),
            posted(
                    "voice comes later",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"voice\": \"house\"}",
                    400,
                    "voice: There is no such field"),
            posted("control characters in a field's name", DRAFTS, "{\"a\\u202eb\": 1}", 400, "\\u{202e}"),
            posted(
                    "missing contract type",
                    DRAFTS,
                    "{}",
                    400,
                    "contractType: The field is missing",
                    "/v1/contract-types"),
            posted("null contract type", DRAFTS, "{\"contractType\": null}", 400, "contractType: The field is missing"),
            posted(
                    "a number for a string",
                    DRAFTS,
                    "{\"contractType\": 5}",
                    400,
                    "contractType: It is the number 5: give a string"),
            posted(
                    "a boolean for a string",
                    DRAFTS,
                    "{\"contractType\": true}",
                    400,
                    "contractType: It is the boolean true"),
            posted("an object for a string", DRAFTS, "{\"contractType\": {}}", 400, "contractType: It is an object"),
            posted(
                    "a date as a number",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"asOf\": 20260101}",
                    400,
                    "asOf: It is the number 20260101"),
            posted(
                    "values as an array",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"values\": []}",
                    400,
                    "values: It is an array: give an object"),
            posted(
                    "a value as an array",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"values\": {\"purpose\": [\"x\"]}}",
                    400,
                    "values.purpose[1]: It is the string",
                    "a string, number or boolean"),
            posted(
                    "an array for a text",
                    DRAFTS,
                    nda("\"values\": {\"purpose\": [{\"a\": \"x\"}]}"),
                    422,
                    "values.purpose: It is no rows"),
            posted(
                    "an empty array for a text",
                    DRAFTS,
                    nda("\"values\": {\"purpose\": []}"),
                    422,
                    "values.purpose: It is no rows"),
            posted(
                    "a value as an object",
                    DRAFTS,
                    nda("\"values\": {\"purpose\": {}}"),
                    400,
                    "values.purpose: It is an object"),
            posted(
                    "rows of no slot",
                    DRAFTS,
                    nda("\"values\": {\"fees\": [{\"a\": \"x\"}]}"),
                    422,
                    "values.fees: There is no such slot"),
            posted(
                    "500 rows",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"values\": {\"fees\": [" + "{},".repeat(499) + "{}]}}",
                    400,
                    "values.fees: It has 500 rows"),
            posted(
                    "positions as a string",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"positions\": \"preferred\"}",
                    400,
                    "positions: It is the string \"preferred\""),
            posted(
                    "a position as a number",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"positions\": {\"survival\": 1}}",
                    400,
                    "positions.survival: It is the number 1"),
            posted(
                    "include as a string",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"include\": \"residuals\"}",
                    400,
                    "include: It is the string",
                    "an array of strings"),
            posted(
                    "a number to include",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"include\": [1]}",
                    400,
                    "include[0]: It is the number 1"),
            posted(
                    "null to include",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"include\": [null]}",
                    400,
                    "include[0]: It is null"),
            posted(
                    "too many values",
                    DRAFTS,
                    "{\"contractType\": \"mutual-nda\", \"values\": {" + numbered(600) + "}}",
                    400,
                    "values: It has 600 entries"),

            // What the library does not have or allow.
            posted(
                    "unknown contract type",
                    DRAFTS,
                    "{\"contractType\": \"lease\"}",
                    422,
                    "\"lease\" is not a contract type",
                    "mutual-nda"),
            posted("blank contract type", DRAFTS, "{\"contractType\": \" \"}", 422, "contractType"),
            posted(
                    "unknown jurisdiction",
                    DRAFTS,
                    nda("\"jurisdiction\": \"Atlantis\""),
                    422,
                    "\"Atlantis\" is not a known jurisdiction",
                    "US-DE"),
            posted(
                    "jurisdiction without clauses",
                    DRAFTS,
                    nda("\"jurisdiction\": \"DE\""),
                    422,
                    "not drafted for DE",
                    "US-DE, US-NY, US-CA, GB-EAW"),
            posted(
                    "no such day",
                    DRAFTS,
                    nda("\"asOf\": \"2026-02-31\""),
                    422,
                    "\"2026-02-31\" is not a day",
                    "2026-01-31"),
            posted("a date in words", DRAFTS, nda("\"asOf\": \"tomorrow\""), 422, "\"tomorrow\" is not a day"),
            posted(
                    "unknown slot",
                    DRAFTS,
                    nda("\"values\": {\"colour\": \"red\"}"),
                    422,
                    "values.colour",
                    "the slots are"),
            posted(
                    "unknown position",
                    DRAFTS,
                    nda("\"positions\": {\"survival\": \"best\"}"),
                    422,
                    "\"best\" is not a position",
                    "fallback-1"),
            posted(
                    "position without clause",
                    DRAFTS,
                    nda("\"positions\": {\"survival\": \"fallback-9\"}"),
                    422,
                    "positions.survival",
                    "survival.single-period@1"),
            posted(
                    "position of an unknown family",
                    DRAFTS,
                    nda("\"positions\": {\"rent\": \"preferred\"}"),
                    422,
                    "positions.rent",
                    "has no family rent"),
            posted(
                    "position of no family name",
                    DRAFTS,
                    nda("\"positions\": {\"Rent!\": \"preferred\"}"),
                    422,
                    "\"Rent!\" is not a family"),
            posted("include of an unknown family", DRAFTS, nda("\"include\": [\"rent\"]"), 422, "include.rent"),
            posted("exclude of a required family", DRAFTS, nda("\"exclude\": [\"nda.preamble\"]"), 422, "required"),
            posted(
                    "include and exclude",
                    DRAFTS,
                    nda("\"include\": [\"residuals\"], \"exclude\": [\"residuals\"]"),
                    422,
                    "exclude.residuals"),
            posted(
                    "a sentence in a party's name",
                    DRAFTS,
                    value("first-party", "Acme Corp. The Recipient shall pay."),
                    422,
                    "values.first-party",
                    "Acme Corp. The"),
            posted(
                    "word and figure that disagree",
                    DRAFTS,
                    value("return-period", "thirty (3) days"),
                    422,
                    "values.return-period",
                    "word and figure disagree",
                    "three"),
            posted(
                    "a duration out of bounds",
                    DRAFTS,
                    value("return-period", "3 years"),
                    422,
                    "values.return-period",
                    "most allowed is ninety (90) days"),
            posted(
                    "31 February",
                    DRAFTS,
                    value("effective-date", "2026-02-31"),
                    422,
                    "values.effective-date",
                    "no such day"),
            posted(
                    "a purpose with shall",
                    DRAFTS,
                    value("purpose", "work that the Recipient shall do"),
                    422,
                    "values.purpose",
                    "shall"),
            posted(
                    "a purpose with except",
                    DRAFTS,
                    value("purpose", "anything except sales"),
                    422,
                    "values.purpose",
                    "except"),
            posted("an empty value", DRAFTS, value("purpose", ""), 422, "values.purpose", "empty"),
            posted("a control character in a value", DRAFTS, value("purpose", "a \\u202e b"), 422, "values.purpose"),
            posted(
                    "a number for a party",
                    DRAFTS,
                    nda("\"values\": {\"effective-date\": 20260101}"),
                    422,
                    "values.effective-date",
                    "2026-01-31"),
            posted(
                    "a word for a flag",
                    DRAFTS,
                    value("destruction-certificate", "yes"),
                    422,
                    "values.destruction-certificate",
                    "true or false"),
            posted(
                    "everything at once",
                    DRAFTS,
                    "{\"contractType\": \"lease\", \"asOf\": \"x\", \"jurisdiction\": \"y\", \"z\": 1}",
                    400,
                    "\"lease\"",
                    "asOf",
                    "\"y\"",
                    "z: There is no such field"),

            // Verification.
            posted("no text", VERIFICATIONS, "{}", 400, "text: The field is missing"),
            posted("empty text", VERIFICATIONS, "{\"text\": \"\"}", 422, "There is no text"),
            posted("blank text", VERIFICATIONS, "{\"text\": \" \\n\\t \"}", 422, "There is no text"),
            posted("text as an array", VERIFICATIONS, "{\"text\": [\"a\"]}", 400, "text: It is an array"),
            posted(
                    "unknown field of a verification",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"file\": \"b\"}",
                    400,
                    "file: There is no such field",
                    "text, values"),
            posted(
                    "unknown contract type",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"contractType\": \"lease\"}",
                    422,
                    "\"lease\" is not a contract type"),
            posted(
                    "unknown jurisdiction",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"jurisdiction\": \"Mars\"}",
                    422,
                    "\"Mars\" is not a known jurisdiction"),
            posted(
                    "no such day",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"asOf\": \"2026-13-01\"}",
                    422,
                    "\"2026-13-01\" is not a day"),
            posted(
                    "unknown slot",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"values\": {\"colour\": \"red\"}}",
                    422,
                    "values.colour",
                    "the slots are"),
            posted(
                    "a value that no slot takes",
                    VERIFICATIONS,
                    "{\"text\": \"a\", \"values\": {\"return-period\": \"soon\"}}",
                    422,
                    "values.return-period",
                    "\"soon\""),

            // Chat.
            posted("no messages", CHAT, "{}", 400, "messages: There is no message", "role"),
            posted("an empty list of messages", CHAT, "{\"messages\": []}", 400, "messages: There is no message"),
            posted(
                    "messages as a string",
                    CHAT,
                    "{\"messages\": \"hello\"}",
                    400,
                    "messages: It is the string \"hello\""),
            posted("a message as a string", CHAT, "{\"messages\": [\"hello\"]}", 400, "messages[0]: It is the string"),
            posted(
                    "a message without role",
                    CHAT,
                    "{\"messages\": [{\"content\": \"a\"}]}",
                    400,
                    "messages[0].role: The field is missing",
                    "user"),
            posted(
                    "an unknown role",
                    CHAT,
                    "{\"messages\": [{\"role\": \"king\", \"content\": \"a\"}]}",
                    400,
                    "\"king\" is not a role",
                    "user"),
            posted(
                    "content as a number",
                    CHAT,
                    "{\"messages\": [{\"role\": \"user\", \"content\": 1}]}",
                    400,
                    "messages[0].content: It is the number 1"),
            posted(
                    "a picture",
                    CHAT,
                    "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]}",
                    400,
                    "messages[0].content[0].type",
                    "image_url"),
            posted(
                    "no question",
                    CHAT,
                    "{\"messages\": [{\"role\": \"system\", \"content\": \"a\"}]}",
                    422,
                    "There is no question"),
            posted(
                    "a blank question",
                    CHAT,
                    "{\"messages\": [{\"role\": \"user\", \"content\": \"  \"}]}",
                    422,
                    "There is no question"),
            posted("streaming", CHAT, ask("\"stream\": true"), 400, "stream: Streaming is not there yet"),
            posted(
                    "stream as a string",
                    CHAT,
                    ask("\"stream\": \"yes\""),
                    400,
                    "stream: It is the string \"yes\": give true or false"),
            posted("two answers", CHAT, ask("\"n\": 2"), 422, "n: There is one answer only"),
            posted("unknown parameter", CHAT, ask("\"creativity\": 1"), 400, "creativity: There is no such field"),
            posted(
                    "an unknown filter",
                    CHAT,
                    ask("\"proviso\": {\"colour\": \"red\"}"),
                    400,
                    "proviso.colour: There is no such field",
                    "jurisdiction"),
            posted(
                    "a wrong filter",
                    CHAT,
                    ask("\"proviso\": {\"jurisdiction\": \"Mars\"}"),
                    422,
                    "proviso.jurisdiction: \"Mars\""),
            posted(
                    "a filter as a string",
                    CHAT,
                    ask("\"proviso\": \"US-DE\""),
                    400,
                    "proviso: It is the string \"US-DE\": give an object"));

    @ParameterizedTest
    @FieldSource("BODIES")
    void aWrongBodyIsAProblemThatNamesTheRemedy(Posted wrong) {
        Response response =
                given().contentType("application/json").body(wrong.body()).post(wrong.path());

        ProblemAssertions.assertProblem(response, wrong.status(), wrong.detail());
    }

    /// @param path with query, encoded
    record Asked(String path, int status, List<String> detail) {
        @Override
        public String toString() {
            return path;
        }
    }

    static final List<Asked> QUERIES = List.of(
            asked("/v1/clauses?query=x", 400, "query: There is no such parameter", "q, jurisdiction"),
            asked("/v1/clauses?q=a&q=b", 400, "q: The parameter is given 2 times"),
            asked("/v1/clauses?q=", 422, "q: The query is blank"),
            asked("/v1/clauses?q=%20", 422, "q: The query is blank"),
            asked("/v1/clauses?limit=ten", 400, "limit: \"ten\" is not a number", "1 to 1000"),
            asked("/v1/clauses?limit=", 400, "limit: \"\" is not a number"),
            asked("/v1/clauses?limit=0", 422, "limit: 0 is out of bounds"),
            asked("/v1/clauses?limit=-1", 422, "limit: -1 is out of bounds"),
            asked("/v1/clauses?limit=1001", 422, "1 to 1000"),
            asked("/v1/clauses?q=x&limit=101", 422, "1 to 100."),
            asked("/v1/clauses?limit=99999999999999999999", 422, "out of bounds"),
            asked("/v1/clauses?asOf=2026-02-31", 422, "asOf: \"2026-02-31\" is not a day"),
            asked("/v1/clauses?asOf=", 422, "asOf: \"\" is not a day"),
            asked("/v1/clauses?jurisdiction=Mars", 422, "jurisdiction: \"Mars\" is not a known jurisdiction"),
            asked("/v1/clauses?contract=lease", 422, "contract: \"lease\" is not a contract type", "mutual-nda"),
            asked("/v1/clauses?position=best", 422, "position: \"best\" is not a position", "fallback-1"),
            asked("/v1/clauses?category=Rent", 422, "category: \"Rent\" is not a category", "Confidentiality"),
            asked("/v1/clauses/rent", 404, "There is no clause \"rent\"", "/v1/clauses"),
            asked("/v1/clauses/No%20such%20id", 404, "There is no clause \"No such id\""),
            asked("/v1/clauses/%2e%2e%2fetc", 404, "There is no clause"),
            asked("/v1/clauses/confidentiality.use@3", 404, "\"confidentiality.use@3\"", "confidentiality.use@2"),
            asked("/v1/clauses/confidentiality.use@x", 404, "\"confidentiality.use@x\""),
            asked("/v1/clauses/confidentiality.use?asOf=x", 422, "asOf: \"x\" is not a day"),
            asked("/v1/clauses/confidentiality.use?version=1", 400, "version: There is no such parameter", "asOf"),
            asked("/v1/contract-types/lease", 404, "There is no contract type \"lease\"", "mutual-nda"),
            asked("/v1/contract-types/mutual-nda?jurisdiction=Mars", 422, "\"Mars\""),
            asked("/v1/contract-types/mutual-nda?jurisdiction=DE", 422, "not drafted for DE"),
            asked("/v1/contract-types?x=1", 400, "x: There is no such parameter", "takes none"),
            asked("/v1/library?x=1", 400, "x: There is no such parameter"),
            asked("/v1/models?x=1", 400, "x: There is no such parameter"),
            asked("/v1/nothing", 404, "\"/v1/nothing\"", "/openapi"),
            asked("/v1/clauses/a/b", 404, "\"/v1/clauses/a/b\""),
            asked("/v2/clauses", 404, "\"/v2/clauses\""),
            asked("/", 404, "\"/\""),
            asked("/q/nothing", 404, "\"/q/nothing\""));

    @ParameterizedTest
    @FieldSource("QUERIES")
    void aWrongAddressIsAProblemThatNamesTheRemedy(Asked wrong) {
        Response response = given().urlEncodingEnabled(false).get(wrong.path());

        ProblemAssertions.assertProblem(response, wrong.status(), wrong.detail());
    }

    /// @param allow the header `Allow`
    record Called(String method, String path, String allow) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Called> methods() {
        return Stream.concat(
                Stream.of(
                                "/v1/clauses",
                                "/v1/clauses/confidentiality.use",
                                "/v1/contract-types",
                                "/v1/library",
                                "/v1/models")
                        .flatMap(path -> Stream.of("POST", "PUT", "DELETE", "PATCH")
                                .map(method -> new Called(method, path, "GET, HEAD, OPTIONS"))),
                Stream.of(DRAFTS, VERIFICATIONS, CHAT, CHECK)
                        .flatMap(path -> Stream.of("GET", "PUT", "DELETE", "PATCH")
                                .map(method -> new Called(method, path, "OPTIONS, POST"))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aWrongMethodIsAProblemThatNamesTheRightOnes(Called wrong) {
        Response response = given().contentType("application/json").body("{}").request(wrong.method(), wrong.path());

        ProblemAssertions.assertProblem(response, 405, List.of(wrong.allow()));
        assertEquals(
                Set.of(wrong.allow().split(", ")),
                Set.of(response.header("Allow").split(", ")));
    }

    static final List<String> OTHER_ANSWERS = List.of("text/html", "application/xml", "image/png", "garbage");

    @ParameterizedTest
    @FieldSource("OTHER_ANSWERS")
    void anAnswerInAnotherFormIsNotToBeHad(String type) {
        ProblemAssertions.assertProblem(
                given().header("Accept", type).get("/v1/clauses"), 406, List.of("application/json", type));
        ProblemAssertions.assertProblem(
                given().header("Accept", type)
                        .contentType("application/json")
                        .body(Drafts.MUTUAL_NDA)
                        .post(DRAFTS),
                406,
                List.of("text/markdown", type));
    }

    private static Posted posted(String name, String path, String body, int status, String... detail) {
        return new Posted(name, path, body, status, List.of(detail));
    }

    private static Asked asked(String path, int status, String... detail) {
        return new Asked(path, status, List.of(detail));
    }

    private static String nda(String fields) {
        return "{\"contractType\": \"mutual-nda\", " + fields + "}";
    }

    private static String value(String slot, String value) {
        return nda("\"values\": {\"" + slot + "\": \"" + value + "\"}");
    }

    private static String ask(String fields) {
        return "{\"messages\": [{\"role\": \"user\", \"content\": \"What is the term?\"}], " + fields + "}";
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"slot-" + i + "\": 1").collect(Collectors.joining(","));
    }
}
