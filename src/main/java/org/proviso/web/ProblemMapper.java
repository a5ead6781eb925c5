package org.proviso.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.proviso.library.InvalidRequestException;

/// Turns whatever a resource throws into a problem.
final class ProblemMapper {

    @ServerExceptionMapper(InvalidRequestException.class)
    Response invalid(InvalidRequestException thrown, @Context UriInfo uri) {
        return response(Problem.of(thrown.problems(), path(uri)));
    }

    @ServerExceptionMapper(ProblemException.class)
    Response problem(ProblemException thrown, @Context UriInfo uri) {
        return response(Problem.of(thrown.kind(), String.valueOf(thrown.getMessage()), path(uri)));
    }

    @ServerExceptionMapper(BrokenLibraryException.class)
    Response brokenLibrary(BrokenLibraryException thrown, @Context UriInfo uri) {
        return response(Problem.ofLibrary(thrown.problems(), path(uri)));
    }

    @ServerExceptionMapper(WebApplicationException.class)
    Response refusedByTheServer(WebApplicationException thrown, @Context UriInfo uri, @Context HttpHeaders headers) {
        return response(Refusals.of(thrown.getResponse().getStatus(), path(uri), headers::getHeaderString));
    }

    @ServerExceptionMapper(Throwable.class)
    Response failure(Throwable thrown) {
        return response(Failure.report(thrown));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        if (problem.status() == ProblemKind.METHOD_NOT_ALLOWED.status()) {
            response.allow(Routes.methods(problem.instance()));
        }
        return response.build();
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
