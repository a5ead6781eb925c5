package org.proviso.lucene;

/// A word of a query.
///
/// @param written as the query writes it, in lower case and without a possessive ending
/// @param stem as the index knows it
/// @param content whether it says what the query is about, as modals and negations do not
record QueryWord(String written, String stem, boolean content) {}
