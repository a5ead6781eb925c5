package org.proviso.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;

/// What every error of the interface has in common.
final class ProblemAssertions {

    private ProblemAssertions() {}

    /// A problem of RFC 9457 that tells nothing about the inside.
    static void assertProblem(Response response, int status, List<String> detail) {
        var problem = response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("status", equalTo(status))
                .body("type", startsWith("urn:proviso:problem:"))
                .body("title", not(equalTo("")))
                .body("instance", not(equalTo("")));
        detail.forEach(words -> problem.body("detail", containsString(words)));
        List.of("java.", "org.proviso", "Exception", "jackson", "`", "quarkus.io")
                .forEach(inside -> problem.body(not(containsString(inside))));
    }
}
