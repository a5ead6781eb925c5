package org.proviso.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.proviso.retrieval.IndexProgress;

/// Ready as soon as words can be searched; shows how far the vectors are.
@Readiness
@ApplicationScoped
class IndexHealth implements HealthCheck {

    private final ServedLibrary served;

    IndexHealth(ServedLibrary served) {
        this.served = served;
    }

    @Override
    public HealthCheckResponse call() {
        try (TakenGeneration taken = served.take()) {
            IndexProgress progress = taken.progress();
            return HealthCheckResponse.named("search index")
                    .up()
                    .withData("root", progress.root().hex())
                    .withData("clauses", progress.clauses())
                    .withData("texts", progress.texts())
                    .withData("vectors", progress.vectors())
                    .withData("indexing", taken.indexing().toString().toLowerCase(Locale.ROOT))
                    .build();
        }
    }
}
