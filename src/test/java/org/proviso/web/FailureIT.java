package org.proviso.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class FailureIT {

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();

    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void record() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @Test
    void aFaultIsLoggedUnderTheIdThatTheCallerGetsAndTellsNoText() {
        Response response = given().get("/test/failure");

        ProblemAssertions.assertProblem(response, 500, List.of("not of the request"));
        response.then()
                .body("instance", startsWith("urn:uuid:"))
                .body(not(containsString(FailingResource.CONTRACT_TEXT)));
        String id = response.path("instance").toString().substring("urn:uuid:".length());
        List<String> messages = logged.stream()
                .map(LogRecord::getMessage)
                .filter(message -> message.contains(id))
                .toList();
        assertEquals(1, messages.size());
        assertTrue(messages.getFirst().contains("caused by java.lang.IllegalArgumentException"));
        assertTrue(messages.getFirst().contains("FailingResource.fail"));
        assertFalse(messages.getFirst().contains(FailingResource.CONTRACT_TEXT));
        assertTrue(logged.stream().allMatch(entry -> entry.getThrown() == null));
    }
}
