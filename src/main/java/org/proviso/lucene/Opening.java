package org.proviso.lucene;

/// How an index came to be open.
public enum Opening {
    /// The folder held the index of this library; nothing was written.
    REUSED,
    /// The folder held no index; one was written.
    BUILT,
    /// The folder held the index of another library or schema, a half-written or a damaged one; it was replaced.
    REBUILT,
    /// The folder cannot be written, as a rule because another process holds it; it has the index of this library,
    /// which is read.
    READ_ONLY,
    /// The folder cannot be written and has no index of this library; one was built in memory.
    IN_MEMORY
}
