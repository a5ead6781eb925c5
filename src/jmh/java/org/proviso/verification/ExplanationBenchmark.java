package org.proviso.verification;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.proviso.document.MarkdownReader;

/// How long it takes to explain a rejected document of 300 kB, by a verifier that has explained one before
/// (`warm`) and by a new one, which has to make its index of words first (`cold`).
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 4)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@State(Scope.Benchmark)
public class ExplanationBenchmark {

    private static final int LENGTH = 300_000;

    /// What the document is made of.
    public enum Text {
        /// Paragraphs of words that no clause has.
        NOTHING_SHARED,
        /// Paragraphs of the library's words in random order, so that every clause shares some.
        SHUFFLED_WORDS,
        /// Clauses of the library, each with one word changed.
        ALTERED,
        /// The same in one paragraph.
        ONE_PARAGRAPH
    }

    @Param
    Text text;

    @Param({"10000", "100000"})
    int clauses;

    private VariedLibrary library;
    private Verifier warm;
    private Verifier cold;
    private String document;

    @Setup
    public void make() {
        library = VariedLibrary.of(clauses);
        document = document();
        warm = new Verifier(library.snapshot());
        if (explain(warm).verdict() != Verdict.REJECTED) {
            throw new IllegalStateException("The document is not rejected.");
        }
    }

    @Setup(Level.Iteration)
    public void forget() {
        cold = new Verifier(library.snapshot());
    }

    @Benchmark
    public Verification warm() {
        return explain(warm);
    }

    @Benchmark
    public Verification cold() {
        return explain(cold);
    }

    private Verification explain(Verifier verifier) {
        return verifier.verify(
                new VerificationRequest(MarkdownReader.read(document), VariedLibrary.TODAY, Map.of(), null, null));
    }

    private String document() {
        String approved = library.document(LENGTH);
        Random random = new Random(11);
        String[] words = approved.split("\\s+");
        return switch (text) {
            case NOTHING_SHARED -> approved.replaceAll("\\p{L}+", "zq$0").replaceAll("\\p{N}", "q");
            case SHUFFLED_WORDS -> {
                StringBuilder shuffled = new StringBuilder();
                while (shuffled.length() < LENGTH) {
                    for (int i = 0; i < 90; i++) {
                        shuffled.append(words[random.nextInt(words.length)]).append(' ');
                    }
                    shuffled.append("\n\n");
                }
                yield shuffled.toString();
            }
            case ALTERED -> approved.replaceAll("(?m)\\b(\\w+)(\\W*)$", "another$2");
            case ONE_PARAGRAPH -> approved.replaceAll("\\s+", " ");
        };
    }
}
