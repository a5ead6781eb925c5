package org.proviso.verification.attack;

/// A paragraph as a naive reader sees it.
///
/// @param label what stands in front of it, or an empty string
/// @param text the rest, in folded characters with single spaces
record Paragraph(String label, String text) {}
