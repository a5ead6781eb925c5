package org.proviso.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proviso.testkit.LibraryFolder;

/// A running server whose library changes.
@QuarkusTest
@TestProfile(ReloadProfile.class)
final class ReloadIT {

    private static final String LAW = "clauses/law.md";

    @TestHTTPResource
    private URI server;

    private LibraryFolder folder;

    @BeforeEach
    void begin() throws IOException {
        folder = ReloadProfile.freshLibrary();
        post("/v1/library/reload").then().statusCode(200);
    }

    @Test
    void aReloadAnswersWithTheNewLibraryAndServesIt() {
        String before = root();
        law("The laws of Utopia govern.");

        post("/v1/library/reload")
                .then()
                .statusCode(200)
                .body("root", not(is(before)))
                .body("clauses", is(2))
                .body("index.clauses", is(2))
                .body("reload.state", is("serving"))
                .body("reload.at", startsWith("20"))
                .body("reload.problems", empty());

        get("/v1/clauses/law").then().statusCode(200);
        get("/v1/clauses?q=Utopia").then().body("clauses[0].id", is("law"));
    }

    @Test
    void aReloadOfTheSameIsNoChange() {
        String before = root();

        post("/v1/library/reload").then().statusCode(200).body("root", is(before));
    }

    @Test
    void aChangeIsNoticedWithoutBeingTold() throws Exception {
        String before = root();
        law("The laws of Laputa govern.");

        until(() -> !root().equals(before));

        get("/v1/clauses?q=Laputa").then().body("clauses[0].id", is("law"));
    }

    @Test
    void aBrokenChangeIsRefusedWithItsPlacesAndNothingChanges() throws Exception {
        String before = root();
        folder.clause("law", "slots: {amount: {type: nonsense}}", "The laws of Utopia govern.");

        ProblemAssertions.assertProblem(
                post("/v1/library/reload"), 409, List.of("served before is served on", "clauses/law.md:"));
        post("/v1/library/reload")
                .then()
                .statusCode(409)
                .body("type", is("urn:proviso:problem:broken-library"))
                .body("problems[0].file", is(LAW))
                .body("problems[0].line", is(5))
                .body("problems[0].message", not(is("")))
                .body("problems[0].remedy", not(is("")));
        get("/v1/library")
                .then()
                .statusCode(200)
                .body("root", is(before))
                .body("reload.state", is("refused"))
                .body("reload.problems[0].file", is(LAW));
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'library' }.data.reload", is("refused"))
                .body("checks.find { it.name == 'library' }.data.first", is(LAW + ":5"));

        law("The laws of Lilliput govern.");
        until(() -> !root().equals(before));
        get("/v1/library").then().body("reload.state", is("serving"));
    }

    @Test
    void aBrokenChangeIsNoticedAndToldWithoutBeingAsked() throws Exception {
        String before = root();
        folder.clause("law", "position: nonsense", "The laws of Utopia govern.");

        until(() -> get("/v1/library").path("reload.state").equals("refused"));

        assertEquals(before, root());
    }

    @Test
    void reloadTakesNoParameterAndNoGet() {
        ProblemAssertions.assertProblem(post("/v1/library/reload?force=true"), 400, List.of("takes none"));
        get("/v1/library/reload").then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void aStreamKeepsTheGenerationThatItBeganWith() throws Exception {
        String before = root();
        until(() -> generations() == 1);
        try (Socket socket = openStream()) {
            BufferedReader stream = reader(socket);
            assertEquals("data:" + before, event(stream));
            law("The laws of Utopia govern.");
            post("/v1/library/reload").then().statusCode(200).body("root", not(is(before)));
            until(() -> generations() == 2);

            post("/test/stream/end").then().statusCode(200);

            assertEquals("data:found 1", event(stream));
        }
        until(() -> generations() == 1);
    }

    @Test
    void aStreamWhoseClientLeavesGivesItsGenerationBack() throws Exception {
        until(() -> generations() == 1);
        Socket socket = openStream();
        event(reader(socket));
        law("The laws of Utopia govern.");
        post("/v1/library/reload").then().statusCode(200);
        until(() -> generations() == 2);

        socket.close();

        until(() -> generations() == 1);
    }

    private void law(String text) {
        folder.clause("law", "", text);
    }

    private static String root() {
        return get("/v1/library").path("root");
    }

    private static int generations() {
        return get("/q/health/ready").path("checks.find { it.name == 'library' }.data.generations");
    }

    private Socket openStream() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream()
                .write("GET /test/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String event(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        return line;
    }

    /// Waits; only a server that never gets there fails.
    private static void until(Callable<Boolean> reached) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        boolean there = reached.call();
        while (!there && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            there = reached.call();
        }
        assertTrue(there, "The server did not get there within a minute.");
    }
}
