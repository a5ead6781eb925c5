package org.proviso.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.testkit.LibraryFolder;

/// Drafts and verifications across reloads: every answer is of one library, and of which it says.
@QuarkusTest
@TestProfile(ReloadProfile.class)
final class ReloadLoadIT {

    private static final int CALLS = 2_000;
    private static final int RELOADS = 20;
    private static final int CLIENTS = 4;
    private static final int BROKEN_EVERY = 5;
    private static final String DRAFT = """
            {"contractType": "loan", "values": {"amount": "USD 5,000"}}""";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> roundOf = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();

    @TestHTTPResource
    private URI server;

    @TempDir
    private Path scratch;

    @Test
    void noCallFailsAndNoneMixesTwoLibraries() throws Exception {
        LibraryFolder folder = ReloadProfile.freshLibrary();
        serve(folder, 1);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> {
                    while (!done.get()) {
                        draftAndVerify();
                    }
                    return null;
                }));
            }
            try {
                for (int reload = 2; reload < RELOADS + 2; reload++) {
                    await(calls.get() + CALLS / RELOADS, running);
                    serve(folder, reload);
                }
                await(Math.max(CALLS, calls.get() + CALLS / RELOADS), running);
            } finally {
                done.set(true);
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        assertEquals(roundOf.keySet(), seen, "every library was drafted from");
    }

    /// Waits for calls, not for time.
    private void await(int wanted, List<Future<?>> running) throws Exception {
        while (calls.get() < wanted) {
            for (Future<?> client : running) {
                if (client.isDone()) {
                    client.get();
                }
            }
            Thread.sleep(1);
        }
    }

    private void serve(LibraryFolder folder, int round) throws Exception {
        if (round % BROKEN_EVERY == 0) {
            folder.write("clauses/cap.md", clause(round).replace("type: money", "type: nonsense"));
            assertEquals(409, post("/v1/library/reload", "").statusCode());
        } else {
            // The watch may be faster than the reload, so the root has to be known before.
            String root = new LibraryFolder(scratch)
                    .write("clauses/cap.md", clause(round))
                    .snapshot()
                    .root()
                    .hex();
            roundOf.put(root, round);
            folder.write("clauses/cap.md", clause(round));
            HttpResponse<String> response = post("/v1/library/reload", "");
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(root, json.readTree(response.body()).at("/root").asText());
        }
    }

    private static String clause(int round) {
        return "---\nid: cap\nversion: " + round
                + "\ntitle: Cap\nslots: {amount: {type: money, max: USD 100000}}\n---\n" + sentence(round, "{{amount}}")
                + "\n";
    }

    private static String sentence(int round, String amount) {
        return "The borrower may borrow up to " + amount + " in total, in round " + round + ".";
    }

    private void draftAndVerify() throws Exception {
        JsonNode draft = answer("/v1/drafts", DRAFT);
        String root = draft.at("/root").asText();
        Integer round = roundOf.get(root);
        String markdown = draft.at("/document/markdown").asText();
        assertTrue(round != null, () -> "an unknown root: " + draft);
        seen.add(root);
        assertEquals("complete", draft.at("/status").asText());
        assertTrue(markdown.contains(sentence(round, "USD 5,000")), () -> "of round " + round + ": " + draft);
        assertEquals(Set.of("cap@" + round), clauses(draft), draft::toString);
        assertEquals(root, draft.at("/verification/root").asText());
        assertEquals("verified", draft.at("/verification/verdict").asText());
        assertEquals(root, certified(draft.at("/certificate")));

        JsonNode verification = answer(
                "/v1/verifications",
                json.writeValueAsString(Map.of("text", markdown, "values", Map.of("amount", "USD 5,000"))));
        String verifiedBy = verification.at("/root").asText();
        assertTrue(roundOf.containsKey(verifiedBy), () -> "an unknown root: " + verification);
        assertEquals(
                verifiedBy.equals(root) ? "verified" : "rejected",
                verification.at("/verdict").asText(),
                () -> "drafted by " + round + ", verified by " + roundOf.get(verifiedBy) + ": " + verification);
        if (verifiedBy.equals(root)) {
            assertEquals(Set.of("cap@" + round), clauses(verification), verification::toString);
            assertEquals(root, certified(verification.at("/certificate")));
        }
    }

    /// The clauses that the spans of a verification, or of a draft's, name.
    private static Set<String> clauses(JsonNode answer) {
        Set<String> clauses = ConcurrentHashMap.newKeySet();
        answer.findValues("clauses").forEach(list -> list.forEach(clause -> clauses.add(clause.asText())));
        return clauses;
    }

    private String certified(JsonNode certificate) throws Exception {
        JsonNode statement = json.readTree(
                Base64.getDecoder().decode(certificate.at("/payload").asText()));
        return statement.at("/predicate/root").asText();
    }

    private JsonNode answer(String path, String body) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertEquals(200, response.statusCode(), response.body());
        calls.incrementAndGet();
        return json.readTree(response.body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
