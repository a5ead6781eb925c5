package org.proviso.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// A fault of Proviso: the log gets its id, types and stack, but no message, since that may hold contract text;
/// the caller gets the id.
final class Failure {

    private static final Logger LOG = System.getLogger(Failure.class.getName());

    private static final int MAX_CAUSES = 5;
    private static final int MAX_FRAMES = 40;

    private Failure() {}

    /// Logs an exception that nobody expected, and returns what the caller is told.
    static Problem report(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "event=request.failed id=" + id + System.lineSeparator() + stack(thrown));
        ProblemKind kind = ProblemKind.FAILURE;
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                "This is a fault of Proviso, not of the request. The server's log has the cause under the id " + id
                        + ".",
                "urn:uuid:" + id,
                List.of(),
                null);
    }

    private static String stack(Throwable thrown) {
        StringBuilder stack = new StringBuilder();
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            stack.append(i == 0 ? "" : System.lineSeparator() + "caused by ")
                    .append(cause.getClass().getName());
            stack.append(Arrays.stream(cause.getStackTrace())
                    .limit(MAX_FRAMES)
                    .map(frame -> System.lineSeparator() + "\tat " + frame)
                    .collect(Collectors.joining()));
            cause = cause.getCause();
        }
        return stack.toString();
    }
}
