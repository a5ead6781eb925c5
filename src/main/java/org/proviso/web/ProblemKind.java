package org.proviso.web;

import java.util.Arrays;
import java.util.Locale;
import org.proviso.library.FieldProblem;

/// What can be wrong with a request, or with Proviso; one HTTP status each.
enum ProblemKind {
    MALFORMED_REQUEST(400, "The request is malformed"),
    FOREIGN_ORIGIN(403, "The page that asks is not one of this server's"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    NOT_ACCEPTABLE(406, "The answer is not to be had in an accepted form"),
    BROKEN_LIBRARY(409, "The library's folder cannot be used"),
    TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a form that the call takes"),
    MISDIRECTED(421, "The host is not one of this server's"),
    REFUSED(422, "The library does not allow the request"),
    FAILURE(500, "Proviso failed"),
    OVERLOADED(503, "Proviso is busy");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /// The URI that names the kind.
    String type() {
        return "urn:proviso:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of an HTTP status; another client error is a malformed request, everything else a failure.
    static ProblemKind ofStatus(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? MALFORMED_REQUEST : FAILURE);
    }

    static ProblemKind of(FieldProblem.Kind kind) {
        return switch (kind) {
            case MALFORMED -> MALFORMED_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            case REFUSED -> REFUSED;
        };
    }
}
