package org.proviso.document;

/// A stretch of the original that is not understood, so that nothing in it can be verified.
///
/// @param what what stands there, such as `HTML` or `an image`
public record Unreadable(int start, int end, String what) {}
