package org.proviso.cli;

/// A setting or a file of the installation that cannot be used; the message names it, and what to do.
public final class UnusableSettingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnusableSettingException(String message) {
        super(message);
    }

    public UnusableSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
