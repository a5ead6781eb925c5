package org.proviso.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpGuardIT.Guarded.class)
final class HttpGuardIT {

    private static final int LIMIT = 64 * 1024;

    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "proviso.hosts", "clauses.example, Legal.Example",
                    "quarkus.http.limits.max-body-size", "64K",
                    "vertx.disableURIValidation", "true");
        }
    }

    @TestHTTPResource("/v1/verifications")
    URI verifications;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1",
                "127.0.0.1:8080",
                "[::1]:8080",
                "[::1]",
                "clauses.example",
                "legal.example:443"
            })
    void anAllowedHostIsAnswered(String host) {
        given().header("Host", host).get("/v1/library").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "evil.example:8080", "127.0.0.1.nip.io", "0.0.0.0"})
    void anotherHostIsRefusedOnEveryRoute(String host) {
        for (String path : List.of("/v1/library", "/openapi", "/q/health", "/q/swagger-ui/", "/nothing")) {
            ProblemAssertions.assertProblem(
                    given().header("Host", host).get(path), 421, List.of(host, "localhost", "proviso.hosts"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost", "http://localhost:3000", "https://clauses.example", "http://[::1]:8080"})
    void aPageOfAnAllowedHostMayAsk(String origin) {
        given().header("Origin", origin).get("/v1/library").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "https://localhost.evil.example",
                "file://",
                "http://",
                "garbage",
                "http://localhost@evil.example",
                "chrome-extension://localhost"
            })
    void anotherPageIsRefusedOnEveryRoute(String origin) {
        for (String path : List.of("/v1/library", "/openapi", "/q/health", "/nothing")) {
            ProblemAssertions.assertProblem(
                    given().header("Origin", origin).get(path), 403, List.of(origin, "proviso.hosts"));
        }
    }

    @Test
    void securityHeadersStandOnEveryAnswer() {
        given().get("/v1/library")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", nullValue());
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() throws Exception {
        byte[] body = verification(LIMIT);

        assertEquals(200, post(BodyPublishers.ofByteArray(body)).statusCode());
        assertEquals(200, post(chunked(body)).statusCode());
    }

    @Test
    void aBodyOverTheLimitIsRefusedHoweverItIsSent() throws Exception {
        for (int size : List.of(LIMIT + 1, 4 * LIMIT)) {
            assertTooLarge(post(BodyPublishers.ofByteArray(verification(size))));
            assertTooLarge(post(chunked(verification(size))));
        }
    }

    @Test
    void aCallerThatWaitsForLeaveIsRefusedBeforeItSends() throws Exception {
        String answer = raw("POST /v1/verifications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("quarkus.http.limits.max-body-size"), answer);
    }

    @Test
    void anAddressThatIsNoUriIsAProblem() throws Exception {
        for (String target : List.of("/v1/clauses/%zz", "/v1/clauses?q=%zz", "/v1/clauses/a|b", "/q/%")) {
            String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
        }
    }

    @Test
    void aHostThatIsNoneIsMalformed() {
        for (String host : List.of("user@localhost", "a b")) {
            ProblemAssertions.assertProblem(given().header("Host", host).get("/v1/library"), 400, List.of("headers"));
        }
    }

    @Test
    void aRequestWithoutOrWithTwoHostsIsRefused() throws Exception {
        assertTrue(raw("GET /v1/library HTTP/1.0\r\n\r\n").contains("urn:proviso:problem:misdirected"));
        assertTrue(raw("GET /v1/library HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .contains("\"status\":4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a",
                "garbage"
            })
    void aBodyThatIsNotDeclaredToBeJsonIsRefused(String type) throws Exception {
        for (String path : List.of("/v1/drafts", "/v1/verifications", "/v1/chat/completions")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(verifications.resolve(path)).POST(BodyPublishers.ofString("{}"));

            HttpResponse<String> response =
                    send((type.isEmpty() ? request : request.header("Content-Type", type)).build());

            assertEquals(415, response.statusCode());
            assertEquals(
                    "application/problem+json",
                    response.headers().firstValue("Content-Type").orElse(""));
            assertTrue(response.body().contains("application/json"), response.body());
            assertTrue(response.body().contains(type), response.body());
        }
    }

    @Test
    void jsonMayNameItsCharset() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(verifications)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"text\": \"ä\"}"))
                .build();

        assertEquals(200, send(request).statusCode());
    }

    @Test
    void optionsNameTheMethods() {
        given().options("/v1/drafts").then().statusCode(200).header("Allow", containsString("POST"));
        given().options("/v1/clauses")
                .then()
                .statusCode(200)
                .header("Allow", containsString("GET"))
                .body(is(""));
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertEquals(413, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(response.body().contains(LIMIT + " bytes"), response.body());
        assertTrue(response.body().contains("quarkus.http.limits.max-body-size"), response.body());
    }

    private static byte[] verification(int size) {
        String head = "{\"text\": \"";
        String tail = "\"}";
        return (head + "a".repeat(size - head.length() - tail.length()) + tail).getBytes(StandardCharsets.UTF_8);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        return send(HttpRequest.newBuilder(verifications)
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(verifications.getHost(), verifications.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
