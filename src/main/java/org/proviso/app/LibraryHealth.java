package org.proviso.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.proviso.library.LibraryProblem;
import org.proviso.web.ReloadState.Refused;
import org.proviso.web.ReloadState.Serving;

/// Ready whatever the folder holds, since something sound is served; shows whether it is what the folder holds.
@Readiness
@ApplicationScoped
class LibraryHealth implements HealthCheck {

    private final ServedLibrary library;

    LibraryHealth(ServedLibrary library) {
        this.library = library;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("library").up().withData("generations", library.generations());
        switch (library.last()) {
            case Serving serving ->
                response.withData("reload", "serving")
                        .withData("at", serving.at().toString());
            case Refused refused -> {
                LibraryProblem first = refused.problems().getFirst();
                response.withData("reload", "refused")
                        .withData("at", refused.at().toString())
                        .withData("problems", refused.problems().size())
                        .withData("first", first.file() + ":" + first.line());
            }
        }
        return response.build();
    }
}
