package org.proviso.onnx;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;
import org.proviso.retrieval.Embedding;

/// An embedder with one of the models that come with LangChain4j.
///
/// The model is loaded with the first text that is embedded; if that fails, every call fails. A text of more word
/// pieces than a window takes (for the default model 254, about 180 words) is cut into windows of about equal length,
/// and its vector is the mean over all of them: of their tokens or of what stands for each, as the model pools.
///
/// Every core runs one window at a time, the calling thread among them. Windows never share a run: the model scales
/// what it calculates by the greatest value of a whole run, so a text would get another vector in other company.
public final class OnnxEmbedder implements Embedder {

    private final EmbeddingModel model;
    private final Supplier<OnnxModel> loader;
    private @Nullable OnnxModel loaded;
    private @Nullable EmbedderUnavailableException failure;

    public OnnxEmbedder(EmbeddingModel model) {
        this(model, () -> OnnxModel.load(model));
    }

    OnnxEmbedder(EmbeddingModel model, Supplier<OnnxModel> loader) {
        this.model = model;
        this.loader = loader;
    }

    @Override
    public String modelId() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public float[] embed(String text) {
        return embedAll(List.of(text)).getFirst();
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return embedded(texts, false).stream().map(EmbeddedText::vector).toList();
    }

    @Override
    public List<Embedding> embedWithTokens(List<String> texts) {
        return embedded(texts, true).stream()
                .map(text -> new Embedding(text.vector(), text.tokens()))
                .toList();
    }

    @Override
    public int[] tokenPlaces(String text) {
        OnnxModel onnx = loaded();
        try {
            return onnx.places(text);
        } catch (RuntimeException e) {
            throw new EmbedderUnavailableException("The tokenizer of " + model.id() + " failed on a text.", e);
        }
    }

    private List<EmbeddedText> embedded(List<String> texts, boolean withTokens) {
        if (texts.isEmpty()) {
            return List.of();
        }
        OnnxModel onnx = loaded();
        try {
            return embedded(onnx, texts, withTokens);
        } catch (RuntimeException e) {
            throw new EmbedderUnavailableException("The embedding model " + model.id() + " failed on a text.", e);
        }
    }

    private static List<EmbeddedText> embedded(OnnxModel onnx, List<String> texts, boolean withTokens) {
        List<EmbeddedText> embedded = texts.parallelStream()
                .map(text -> new EmbeddedText(onnx.windows(text), onnx.model(), withTokens))
                .toList();
        List<Runnable> runs = embedded.stream()
                .flatMap(text -> text.windows().stream())
                .sorted(Comparator.comparingInt((EmbeddedText.Window window) -> window.ids().length)
                        .reversed())
                .<Runnable>map(window -> () -> window.pool(onnx.tokenVectors(window.ids())))
                .toList();
        runOnEveryCore(runs);
        return embedded;
    }

    /// Runs them in their order, the longest first, so that the cores finish together. One run is done by the calling
    /// thread, which therefore never waits for a core that another call has.
    private static void runOnEveryCore(List<Runnable> runs) {
        int workers = Math.min(runs.size(), ForkJoinPool.getCommonPoolParallelism() + 1);
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, workers).parallel().forEach(_ -> {
            for (int i = next.getAndIncrement(); i < runs.size(); i = next.getAndIncrement()) {
                runs.get(i).run();
            }
        });
    }

    private synchronized OnnxModel loaded() {
        if (failure != null) {
            throw failure;
        }
        if (loaded == null) {
            try {
                loaded = loader.get();
            } catch (RuntimeException | LinkageError e) {
                failure = new EmbedderUnavailableException(
                        "The embedding model " + model.id() + " cannot be loaded. Maybe this platform has no native"
                                + " library of the ONNX runtime, or temporary files cannot be written.",
                        e);
                throw failure;
            }
        }
        return loaded;
    }
}
