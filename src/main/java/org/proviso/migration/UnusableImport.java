package org.proviso.migration;

/// An import that cannot even be tried: a source that is not of its kind, a folder that is no library.
public final class UnusableImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong and what to do
    public UnusableImport(String message) {
        super(message);
    }
}
