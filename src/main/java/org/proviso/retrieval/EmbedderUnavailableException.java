package org.proviso.retrieval;

/// The embedding model cannot be loaded or run on this machine; searches go by words alone.
public final class EmbedderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbedderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
