package org.proviso.web;

/// A request that cannot be answered for a reason that is not about a field.
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    /// @param detail a sentence for the caller, with the remedy
    ProblemException(ProblemKind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    ProblemKind kind() {
        return kind;
    }
}
