package org.proviso.onnx;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;

/// The embedder all-MiniLM-L6-v2 with weights quantised to 8 bits.
///
/// It is loaded with the first text that is embedded, once per process; if that fails, every call fails. Texts of more
/// than 510 tokens (about 350 words) are cut at word boundaries by LangChain4j, their parts embedded and averaged by
/// token count. The model itself was trained on 256 tokens; what follows in a part counts less.
public final class MiniLmEmbedder implements Embedder {

    public static final String MODEL_ID = "all-minilm-l6-v2-q";
    public static final int DIMENSIONS = 384;

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{C}\uFFFD]");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");
    /// What is embedded for a text without a single token.
    private static final String NOTHING = ".";

    private final Supplier<EmbeddingModel> loader;
    private @Nullable EmbeddingModel model;
    private @Nullable EmbedderUnavailableException failure;

    public MiniLmEmbedder() {
        // One text at a time: the ONNX session already uses every core for one.
        this(MiniLmEmbedder::load);
    }

    private static EmbeddingModel load() {
        // DJL's tokenizer otherwise asks the network whether it runs in a cloud.
        System.setProperty("ai.djl.offline", "true");
        return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    }

    MiniLmEmbedder(Supplier<EmbeddingModel> loader) {
        this.loader = loader;
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        return embedAll(List.of(text)).getFirst();
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        EmbeddingModel loaded = model();
        try {
            List<TextSegment> segments =
                    texts.stream().map(MiniLmEmbedder::segment).toList();
            return loaded.embedAll(segments).content().stream()
                    .map(Embedding::vector)
                    .toList();
        } catch (RuntimeException e) {
            throw new EmbedderUnavailableException("The embedding model " + MODEL_ID + " failed on a text.", e);
        }
    }

    private synchronized EmbeddingModel model() {
        if (failure != null) {
            throw failure;
        }
        if (model == null) {
            try {
                model = loader.get();
            } catch (RuntimeException | LinkageError e) {
                failure = new EmbedderUnavailableException(
                        "The embedding model " + MODEL_ID + " cannot be loaded. Maybe this platform has no native"
                                + " library of the ONNX runtime, or temporary files cannot be written.",
                        e);
                throw failure;
            }
        }
        return model;
    }

    /// The tokenizer drops control characters and lone marks, its native code fails on half a surrogate pair, and
    /// LangChain4j on a text of which nothing is left.
    private static TextSegment segment(String text) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String readable = UNREADABLE.matcher(wellFormed).replaceAll(" ");
        return TextSegment.from(TOKEN.matcher(readable).find() ? readable : NOTHING);
    }
}
