package org.proviso.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// Stands in front of every route: allowed hosts and origins, the limit of bodies, security headers; and answers for
/// every
/// route that has no error of its own to give.
@Singleton
final class HttpGuard {

    /// Before everything but Quarkus's own bookkeeping.
    private static final int FIRST = 10_000;

    /// Behind Quarkus's check of the limit, which stands at 2, and before the resources.
    private static final int BEHIND_THE_LIMIT = 1;

    /// Where Quarkus keeps, for one request, the limit at which it cuts a chunked body off without a word.
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    private static final List<Integer> UNANSWERED = List.of(400, 404, 405, 406, 413, 414, 415, 503);

    private final AllowedHosts hosts;
    private final BodyLimit limit;

    HttpGuard(
            @ConfigProperty(name = AllowedHosts.PROPERTY) Optional<List<String>> hosts,
            @ConfigProperty(name = BodyLimit.PROPERTY) MemorySize limit) {
        this.hosts = new AllowedHosts(hosts.orElse(List.of()));
        this.limit = new BodyLimit(limit.asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
        filters.register(this::leaveTheLimitToTheBody, BEHIND_THE_LIMIT);
    }

    void register(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(this::fail);
        UNANSWERED.forEach(status ->
                router.errorHandler(status, context -> answer(context, refusal(context.request(), status))));
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        secure(request, context.response());
        Problem problem = problem(request);
        if (problem != null) {
            answer(context, problem);
        } else if (!limit.allows(declaredLength(request))) {
            discard(context);
        } else {
            context.next();
        }
    }

    private @Nullable Problem problem(HttpServerRequest request) {
        if (!isUri(request.uri())) {
            return refusal(request, ProblemKind.MALFORMED_REQUEST.status());
        }
        HostAndPort authority = request.authority();
        boolean once = request.headers().getAll(HttpHeaders.HOST).size() < 2;
        if (!once || authority == null || !hosts.allows(authority.host())) {
            return Problem.of(
                    ProblemKind.MISDIRECTED,
                    "\"" + Excerpt.of(String.valueOf(request.getHeader(HttpHeaders.HOST)))
                            + "\" is not a host of this server: call it as " + hosts + ", or add the name to "
                            + AllowedHosts.PROPERTY + " in config/application.properties.",
                    path(request));
        }
        for (String origin : request.headers().getAll(HttpHeaders.ORIGIN)) {
            if (!hosts.allowsOrigin(origin)) {
                return Problem.of(
                        ProblemKind.FOREIGN_ORIGIN,
                        "The page \"" + Excerpt.of(origin) + "\" may not call this server: open it from " + hosts
                                + ", or add its host to " + AllowedHosts.PROPERTY
                                + " in config/application.properties.",
                        path(request));
            }
        }
        return null;
    }

    private static void secure(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff");
        // The pages of Swagger UI and health bring their own scripts and styles.
        if (!path(request).startsWith("/q/")) {
            response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /// Reads some of a body that is too large before it answers: a caller that is still sending would see a broken
    /// connection instead of the reason.
    private void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem problem = Problem.of(ProblemKind.TOO_LARGE, limit.message(), path(request));
        boolean waitsForLeave = request.getHeader(HttpHeaders.EXPECT) != null;
        if (waitsForLeave || declaredLength(request) > limit.worthDiscarding()) {
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .endHandler(_ -> request.connection().close());
            answer(context, problem);
        } else {
            request.handler(_ -> {});
            request.endHandler(_ -> answer(context, problem));
            request.resume();
        }
    }

    /// [JsonBody] answers for a chunked body that is too large; Quarkus only for one that never ends.
    private void leaveTheLimitToTheBody(RoutingContext context) {
        context.put(QUARKUS_LIMIT, limit.worthDiscarding() + limit.bytes());
        context.next();
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().headWritten()) {
            context.next();
        } else if (failure == null || UNANSWERED.contains(context.statusCode())) {
            answer(context, refusal(context.request(), context.statusCode()));
        } else {
            answer(context, Failure.report(failure));
        }
    }

    /// Quarkus checks this too and answers without a word; `vertx.disableURIValidation` leaves it to this check.
    private static boolean isUri(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Problem refusal(HttpServerRequest request, int status) {
        return Refusals.of(status, path(request), request::getHeader);
    }

    private static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        secure(context.request(), response);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(Buffer.buffer(problem.json()));
    }

    private static String path(HttpServerRequest request) {
        return String.valueOf(request.path());
    }
}
