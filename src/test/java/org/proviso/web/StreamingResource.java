package org.proviso.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.Retriever;

/// A resource of the tests whose answer goes on until it is told to end.
@Path("/test/stream")
public final class StreamingResource {

    private static final AtomicReference<Runnable> END = new AtomicReference<>(() -> {});

    private final ServedGeneration served;

    StreamingResource(ServedGeneration served) {
        this.served = served;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<String> stream() {
        String root = served.library().root().hex();
        Retriever retriever = served.retriever();
        LocalDate today = served.today();
        return Multi.createFrom().emitter((MultiEmitter<? super String> emitter) -> {
            END.set(() -> {
                int found = retriever
                        .search(new ClauseQuery("borrower", ClauseFilter.asOf(today), 1))
                        .size();
                emitter.emit("found " + found);
                emitter.complete();
            });
            emitter.emit(root);
        });
    }

    @POST
    @Path("/end")
    @Operation(hidden = true)
    public String end() {
        END.get().run();
        return "ended";
    }
}
