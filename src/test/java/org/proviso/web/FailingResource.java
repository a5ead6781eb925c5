package org.proviso.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A resource of the tests with a fault.
@Path("/test/failure")
public final class FailingResource {

    static final String CONTRACT_TEXT = "The Recipient shall pay";

    @GET
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException(CONTRACT_TEXT, new IllegalArgumentException(CONTRACT_TEXT));
    }
}
