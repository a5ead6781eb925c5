package org.proviso.web;

import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// What to say when the server refuses a request before a resource sees it.
final class Refusals {

    private Refusals() {}

    /// @param headers the value of the header of that name, or null
    static Problem of(int status, String path, Function<String, @Nullable String> headers) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return Problem.of(kind, detail(kind, path, headers), path);
    }

    private static String detail(ProblemKind kind, String path, Function<String, @Nullable String> headers) {
        return switch (kind) {
            case NOT_FOUND -> "There is nothing at \"" + Excerpt.of(path) + "\": GET /openapi lists every path.";
            case METHOD_NOT_ALLOWED ->
                "\"" + Excerpt.of(path) + "\" takes " + String.join(", ", new TreeSet<>(Routes.methods(path))) + ".";
            case NOT_ACCEPTABLE ->
                "Nothing here is written as " + value(headers.apply("Accept"))
                        + ": accept application/json; drafts are to be had as text/markdown too.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "The body is declared to be " + value(headers.apply("Content-Type"))
                        + ": send JSON with Content-Type: application/json.";
            case OVERLOADED -> "No worker is free: try again in a moment.";
            case URI_TOO_LONG -> "The address is longer than the server reads: send long values in a body.";
            case MALFORMED_REQUEST, FOREIGN_ORIGIN, BROKEN_LIBRARY, TOO_LARGE, MISDIRECTED, REFUSED, FAILURE ->
                "The server cannot read this request: check its headers, and that its address is a valid URI (a percent"
                        + " sign starts an escape such as %20).";
        };
    }

    private static String value(@Nullable String header) {
        return header == null ? "nothing" : "\"" + Excerpt.of(header) + "\"";
    }
}
