package org.proviso.cli;

/// Ends a command with a message for the user and an exit status.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    CommandFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
