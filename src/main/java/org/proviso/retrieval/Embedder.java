package org.proviso.retrieval;

import java.util.List;

/// The port to a model that turns text into a vector of its meaning.
///
/// Laws: every vector has [#dimensions] values and unit length; the same text gives the same vector, and the same
/// vectors of its tokens, alone or among others; any text is taken, blank ones too. Safe for use by many threads.
public interface Embedder {

    /// The name of model and weights: vectors of different ids do not compare.
    String modelId();

    int dimensions();

    /// @throws EmbedderUnavailableException if the model cannot be loaded or run
    float[] embed(String text);

    /// One vector for each text, in their order.
    ///
    /// @throws EmbedderUnavailableException if the model cannot be loaded or run
    List<float[]> embedAll(List<String> texts);

    /// What the model makes of each text, in their order, the vectors of its tokens among it; the vector is that of
    /// [#embed].
    ///
    /// @throws EmbedderUnavailableException if the model cannot be loaded or run
    List<Embedding> embedWithTokens(List<String> texts);

    /// Where each token of a text begins in it, in the order of their vectors, ascending; -1 for one that is no part of
    /// the text but frames it.
    ///
    /// @throws EmbedderUnavailableException if the model cannot be loaded or run
    int[] tokenPlaces(String text);
}
