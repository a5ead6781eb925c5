package org.proviso.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Gives each request one generation, from its first moment to the end of its response.
///
/// The end is the connection's and not that of the request scope: that one stays open for ever when a client
/// leaves in the middle of a stream.
@Singleton
final class RequestGeneration {

    /// Behind what refuses requests, and before the resources.
    private static final int BEFORE_THE_RESOURCES = 1;

    private static final String KEY = RequestGeneration.class.getName();

    private final Generations generations;

    RequestGeneration(Generations generations) {
        this.generations = generations;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, BEFORE_THE_RESOURCES);
    }

    private void begin(RoutingContext context) {
        ServedGeneration taken = generations.take();
        context.put(KEY, taken);
        context.addEndHandler(_ -> taken.close());
        context.next();
    }

    @Produces
    @RequestScoped
    ServedGeneration current(CurrentVertxRequest request) {
        return Objects.requireNonNull(request.getCurrent().get(KEY));
    }
}
