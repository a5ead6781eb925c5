package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ChatResourceIT {

    @Test
    void aQuestionIsAnsweredByQuotingWordForWord() {
        JsonPath answer = ask("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "How must confidential documents be returned or destroyed?"}]}""")
                .body("id", startsWith("chatcmpl-"))
                .body("object", is("chat.completion"))
                .body("created", greaterThan(1_700_000_000))
                .body("model", is("proviso"))
                .body("choices.size()", is(1))
                .body("choices[0].index", is(0))
                .body("choices[0].message.role", is("assistant"))
                .body("choices[0].finish_reason", is("stop"))
                .body("proviso.parts.type", hasItem("quote"))
                .body("proviso.parts.findAll { it.type == 'comment' }.citations.size()", greaterThan(0))
                .extract()
                .jsonPath();

        String quoted = answer.getString("proviso.parts.find { it.type == 'quote' }.clause");
        assertEquals(
                get("/v1/clauses/" + quoted).jsonPath().getString("text"),
                answer.getString("proviso.parts.find { it.type == 'quote' }.text"));
        assertTrue(answer.getString("choices[0].message.content").contains("> — " + quoted));
        assertEquals(
                answer.getInt("usage.prompt_tokens") + answer.getInt("usage.completion_tokens"),
                answer.getInt("usage.total_tokens"));
        assertEquals(8, answer.getInt("usage.prompt_tokens"));
    }

    @Test
    void theLastMessageOfTheUserIsTheQuestion() {
        ask("""
                {"messages": [
                  {"role": "system", "content": "You are a lawyer."},
                  {"role": "developer", "content": "Be brief."},
                  {"role": "user", "content": "Which law governs?", "name": "ada"},
                  {"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]},
                  {"role": "tool", "content": "nothing", "tool_call_id": "1"},
                  {"role": "user", "content": [
                    {"type": "text", "text": "How must confidential documents be"},
                    {"type": "text", "text": "returned or destroyed?"}]}]}""").body("proviso.parts.find { it.type == 'quote' }.clause", startsWith("confidentiality.return"));
    }

    @Test
    void theFilterOfProvisoRestrictsWhatIsQuoted() {
        ask("""
                {"messages": [{"role": "user", "content": "Which law governs the agreement?"}],
                 "proviso": {"jurisdiction": "GB-EAW", "contract": "mutual-nda", "asOf": "2026-06-01"}}""")
                .body("choices[0].message.content", not(containsString("governing-law.delaware@1\n")))
                .body("proviso.parts.findAll { it.type == 'quote' }.clause", everyItem(not(containsString("delaware"))))
                .body("proviso.parts.findAll { it.type == 'quote' }.clause", hasItem("governing-law.england@1"));
    }

    @Test
    void whatSteersALanguageModelIsTakenAndIgnored() {
        ask("""
                {"model": "m", "messages": [{"role": "user", "content": "What is the term?"}],
                 "stream": false, "n": 1, "temperature": 0.2, "top_p": 1, "max_tokens": 5, "max_completion_tokens": 5,
                 "stop": ["x"], "presence_penalty": 0, "frequency_penalty": 0, "seed": 1, "user": "u",
                 "metadata": {"a": "b"}, "store": false, "response_format": {"type": "text"}, "tools": [],
                 "tool_choice": "auto", "stream_options": null, "logprobs": false, "service_tier": "auto",
                 "reasoning_effort": "low"}""").body("choices[0].finish_reason", is("stop"));
    }

    @Test
    void thereIsOneModel() {
        get("/v1/models")
                .then()
                .statusCode(200)
                .body("object", is("list"))
                .body("data.id", is(List.of("proviso")))
                .body("data[0].object", is("model"));
    }

    private static ValidatableResponse ask(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
