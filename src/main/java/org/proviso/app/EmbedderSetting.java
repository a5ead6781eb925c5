package org.proviso.app;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.proviso.cli.UnusableSettingException;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;
import org.proviso.retrieval.Embedder;

/// The embedding model of this installation.
final class EmbedderSetting {

    static final String SETTING = "proviso.embedding.model";

    static final String DEFAULT = "all-minilm-l6-v2-q";

    private EmbedderSetting() {}

    /// The embedder as a command sees the setting.
    static Embedder embedder() {
        return embedder(Settings.find(SETTING).orElse(DEFAULT));
    }

    /// @throws UnusableSettingException naming the models if there is none of that name
    static Embedder embedder(String name) {
        return EmbeddingModel.named(name.strip())
                .map(OnnxEmbedder::new)
                .orElseThrow(() -> new UnusableSettingException(SETTING + " is \"" + name
                        + "\", which is no embedding model of Proviso's. Write "
                        + Arrays.stream(EmbeddingModel.values())
                                .map(EmbeddingModel::configName)
                                .collect(Collectors.joining(" or "))
                        + "."));
    }
}
