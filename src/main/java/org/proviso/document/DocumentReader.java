package org.proviso.document;

/// A way to read one kind of source as canonical blocks.
///
/// A reader is total and its offsets point into `source`: every visible character becomes part of a token, a label, a
/// mark that says nothing, or an unreadable stretch. It never throws for what the source says.
@FunctionalInterface
public interface DocumentReader {

    CanonicalDocument read(String source);
}
