package org.proviso.cli;

/// What a command's exit status means.
final class ExitStatus {

    static final int FINE = 0;
    static final int REJECTED = 1;
    static final int WRONG_USE = 2;
    static final int UNCONFIRMED = 3;

    private ExitStatus() {}
}
