package org.proviso.retrieval;

import java.util.List;

/// The port to a model that turns text into a vector of its meaning.
///
/// Laws: every vector has [#dimensions] values and unit length; the same text gives the same vector, alone or among
/// others; any text is taken, blank ones too. Safe for use by many threads.
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
}
