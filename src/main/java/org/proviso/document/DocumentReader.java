package org.proviso.document;

/// Reads a source as canonical blocks; total: whatever is not understood is listed as unreadable, and nothing is
/// thrown.
public interface DocumentReader {

    CanonicalDocument read(String source);
}
