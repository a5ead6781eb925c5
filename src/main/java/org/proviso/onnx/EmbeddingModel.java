package org.proviso.onnx;

import java.util.Arrays;
import java.util.Optional;

/// A model of sentence embeddings, whose weights come out of a jar of LangChain4j's.
public enum EmbeddingModel {
    /// Trained on 256 tokens, two of which are the frame.
    ALL_MINILM_L6_V2_Q("all-minilm-l6-v2-q", "all-minilm-l6-v2-q", Pooling.MEAN, 254),

    /// Reads up to 512 tokens, two of which are the frame. The instruction that its makers offer for queries is left
    /// out: the search ranks no better with it.
    BGE_SMALL_EN_V15_Q("bge-small-en-v15-q", "bge-small-en-v1.5-q", Pooling.CLS, 510);

    /// What becomes of the vectors of a window's tokens.
    enum Pooling {
        /// Their sum; its direction is that of their mean.
        MEAN,
        /// The first one, that of the token `[CLS]`.
        CLS
    }

    private final String configName;
    private final String files;
    private final Pooling pooling;
    private final int window;

    EmbeddingModel(String configName, String files, Pooling pooling, int window) {
        this.configName = configName;
        this.files = files;
        this.pooling = pooling;
        this.window = window;
    }

    /// The model of that name in the configuration.
    public static Optional<EmbeddingModel> named(String name) {
        return Arrays.stream(values())
                .filter(model -> model.configName.equals(name))
                .findFirst();
    }

    /// The name in the configuration, and of the artifact that has the weights.
    public String configName() {
        return configName;
    }

    /// The number is that of the word pieces of a window: longer windows make other vectors of long texts.
    public String id() {
        return configName + "/" + window;
    }

    public int dimensions() {
        return 384;
    }

    /// The most word pieces of a window, without its frame.
    int window() {
        return window;
    }

    Pooling pooling() {
        return pooling;
    }

    String weights() {
        return "/" + files + ".onnx";
    }

    String vocabulary() {
        return "/" + files + "-tokenizer.json";
    }
}
