/// Embedding models, quantised, run in this process on the ONNX runtime.
///
/// Start with [OnnxEmbedder]; it and [EmbeddingModel] are the API. [WordPieces] cuts a text into windows, [OnnxModel]
/// gives every token of a window its vector, [EmbeddedText] makes one vector of them. The weights come out of jars of
/// LangChain4j's.
@NullMarked
package org.proviso.onnx;

import org.jspecify.annotations.NullMarked;
