package org.proviso.retrieval;

/// What a model makes of a text.
///
/// @param vector of the whole text, of unit length
/// @param tokens the vectors of its tokens one after the other, as the model made them, of as many dimensions each; at
///     least one, those that frame a window of the text among them
public record Embedding(float[] vector, float[] tokens) {}
