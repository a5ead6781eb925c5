package org.proviso.onnx;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LoadResult;
import org.proviso.retrieval.ClauseProse;

/// How many texts a second [OnnxEmbedder] embeds, and LangChain4j's class for the same model as its users make it.
///
/// They take turns, round by round. `--texts FILE` names a JSONL file, one object with a `text` a line (default: the
/// library that ships), `--count N` how many of them, drawn at random, are embedded in a round (default 200),
/// `--rounds N` how often (default 5). Every text occurs once.
///
/// LangChain4j's class reads the first 126 word pieces of a text, ours all of them; so texts that both read whole are
/// compared first, and then all.
public final class EmbeddingComparison {

    /// What LangChain4j's class reads of a text.
    private static final int ITS_WINDOW = 126;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final dev.langchain4j.model.embedding.EmbeddingModel langChain4j =
            new AllMiniLmL6V2QuantizedEmbeddingModel();
    private final OnnxEmbedder ours = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);
    private final OnnxModel model = OnnxModel.load(EmbeddingModel.ALL_MINILM_L6_V2_Q);
    private final int count;
    private final int rounds;

    private EmbeddingComparison(int count, int rounds) {
        this.count = count;
        this.rounds = rounds;
    }

    public static void main(String... arguments) throws IOException {
        Path file = null;
        int count = 200;
        int rounds = 5;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--texts" -> file = Path.of(value);
                case "--count" -> count = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                default -> {
                    System.err.println("Unknown argument " + arguments[i]
                            + ". Write --texts FILE, --count N, --rounds N, or nothing.");
                    System.exit(2);
                }
            }
        }
        new EmbeddingComparison(count, rounds).compare(file == null ? shipped() : lines(file));
        // LangChain4j's threads would keep the process for a while.
        System.exit(0);
    }

    private static Set<String> shipped() throws IOException {
        Path folder = Path.of(System.getProperty("proviso.home", ""), "clause-library");
        if (!(LibraryLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException(folder + " cannot be used.");
        }
        Set<String> texts = new LinkedHashSet<>();
        loaded.snapshot().clauses().forEach(clause -> texts.add(ClauseProse.embedded(clause)));
        return texts;
    }

    private static Set<String> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> texts = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            String text = json.readTree(line).path("text").asText().strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private void compare(Set<String> texts) {
        List<String> drawn = new ArrayList<>(texts);
        Collections.shuffle(drawn, new Random(1));
        List<String> readWhole =
                drawn.stream().filter(text -> pieces(text) <= ITS_WINDOW).toList();
        compare("texts of at most " + ITS_WINDOW + " word pieces, read whole by both", readWhole);
        compare("texts of any length, of which LangChain4j reads " + ITS_WINDOW + " word pieces", drawn);
    }

    private void compare(String what, List<String> all) {
        List<String> texts = all.subList(0, Math.min(count, all.size()));
        long read = texts.stream().mapToInt(this::pieces).sum();
        long cut = texts.stream()
                .mapToInt(text -> Math.min(ITS_WINDOW, pieces(text)))
                .sum();
        System.out.printf(Locale.ROOT, "%n%,d %s; %,d word pieces, LangChain4j %,d%n", texts.size(), what, read, cut);
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        double[][] figures = new double[4][rounds];
        // The first round warms up.
        for (int round = -1; round < rounds; round++) {
            double[] its = measured(() -> langChain4j.embedAll(segments));
            double[] own = measured(() -> ours.embedAll(texts));
            if (round >= 0) {
                figures[0][round] = texts.size() / its[0];
                figures[1][round] = texts.size() / own[0];
                figures[2][round] = its[1] * 1e6 / cut;
                figures[3][round] = own[1] * 1e6 / read;
            }
        }
        print("LangChain4j, texts/s", figures[0]);
        print("ours, texts/s", figures[1]);
        print("ours / LangChain4j", ratios(figures[1], figures[0]));
        print("LangChain4j, processor µs/piece", figures[2]);
        print("ours, processor µs/piece", figures[3]);
        print("LangChain4j / ours", ratios(figures[2], figures[3]));
    }

    private int pieces(String text) {
        return model.windows(text).stream()
                .mapToInt(window -> window.length - 2)
                .sum();
    }

    /// Seconds on the wall and seconds of processor time.
    private static double[] measured(Runnable work) {
        long processor = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        work.run();
        return new double[] {(System.nanoTime() - begin) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9};
    }

    private static double[] ratios(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return ratios;
    }

    private static void print(String what, double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-34s median %8.2f   %s%n",
                what,
                sorted[sorted.length / 2],
                Arrays.toString(round(rounds)));
    }

    private static double[] round(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.round(value * 100) / 100.0)
                .toArray();
    }
}
