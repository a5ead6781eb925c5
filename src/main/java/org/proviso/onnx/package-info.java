/// The embedding model all-MiniLM-L6-v2, quantised, run in this process by LangChain4j on the ONNX runtime.
///
/// [MiniLmEmbedder] is all there is.
@NullMarked
package org.proviso.onnx;

import org.jspecify.annotations.NullMarked;
