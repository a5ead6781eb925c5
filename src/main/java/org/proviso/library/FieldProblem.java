package org.proviso.library;

/// One thing that is wrong with a request.
///
/// @param field where, such as `values.term` or `positions.residuals`
/// @param message what is wrong with the value, and what to give instead
/// @param kind whether the request is malformed or names or says something that the library does not have
public record FieldProblem(String field, String message, Kind kind) {

    /// How a request is wrong.
    public enum Kind {
        /// It is not of the form that the call takes.
        MALFORMED,
        /// What it addresses is not in the library.
        NOT_FOUND,
        /// It is well formed, but the library does not allow it.
        REFUSED
    }

    public static FieldProblem malformed(String field, String message) {
        return new FieldProblem(field, message, Kind.MALFORMED);
    }

    public static FieldProblem notFound(String field, String message) {
        return new FieldProblem(field, message, Kind.NOT_FOUND);
    }

    public static FieldProblem refused(String field, String message) {
        return new FieldProblem(field, message, Kind.REFUSED);
    }
}
