/// The embedding model all-MiniLM-L6-v2, quantised, run in this process on the ONNX runtime.
///
/// Start with [MiniLmEmbedder], the only API. [WordPieces] cuts a text into windows, [MiniLmModel] gives every token of
/// a window its vector, [EmbeddedText] makes one vector of them. The weights come out of a jar of LangChain4j's.
@NullMarked
package org.proviso.onnx;

import org.jspecify.annotations.NullMarked;
