package org.proviso.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;

/// The embedder all-MiniLM-L6-v2 with weights quantised to 8 bits.
///
/// It is loaded with the first text that is embedded, once per process; if that fails, every call fails. A text of
/// more than 254 word pieces (about 180 words) is cut into windows of about equal length, and its vector is the mean
/// over the tokens of all of them.
///
/// Every core runs one window at a time, the calling thread among them. Windows never share a run: the model scales
/// what it calculates by the greatest value of a whole run, so a text would get another vector in other company.
public final class MiniLmEmbedder implements Embedder {

    /// The number is that of the word pieces of a window: longer windows make other vectors of long texts.
    public static final String MODEL_ID = "all-minilm-l6-v2-q/" + WordPieces.WINDOW;

    public static final int DIMENSIONS = MiniLmModel.DIMENSIONS;

    private final Supplier<MiniLmModel> loader;
    private @Nullable MiniLmModel model;
    private @Nullable EmbedderUnavailableException failure;

    public MiniLmEmbedder() {
        this(MiniLmModel::load);
    }

    MiniLmEmbedder(Supplier<MiniLmModel> loader) {
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
        MiniLmModel loaded = model();
        try {
            return embedAll(loaded, texts);
        } catch (RuntimeException e) {
            throw new EmbedderUnavailableException("The embedding model " + MODEL_ID + " failed on a text.", e);
        }
    }

    private static List<float[]> embedAll(MiniLmModel model, List<String> texts) {
        List<EmbeddedText> embedded = texts.parallelStream()
                .map(text -> new EmbeddedText(model.windows(text)))
                .toList();
        List<Runnable> runs = embedded.stream()
                .flatMap(text -> text.windows().stream())
                .sorted(Comparator.comparingInt((EmbeddedText.Window window) -> window.ids().length)
                        .reversed())
                .<Runnable>map(window -> () -> window.pool(model.tokenVectors(window.ids())))
                .toList();
        runOnEveryCore(runs);
        List<float[]> vectors = new ArrayList<>(texts.size());
        embedded.forEach(text -> vectors.add(text.vector()));
        return vectors;
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

    private synchronized MiniLmModel model() {
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
}
