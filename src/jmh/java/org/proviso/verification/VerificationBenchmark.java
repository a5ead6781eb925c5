package org.proviso.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;

/// How long one contract of 300 kB takes against libraries of three sizes, whole and in parts, beside what others
/// do.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
public class VerificationBenchmark {

    private static final int DOCUMENT_LENGTH = 300_000;

    /// The library and the contract drawn from it.
    @State(Scope.Benchmark)
    public static class Workload {

        @Param({"1000", "10000", "100000"})
        int clauses;

        VariedLibrary library;
        String document;

        @Setup
        public void draw() {
            library = VariedLibrary.of(clauses);
            document = library.document(DOCUMENT_LENGTH);
        }
    }

    /// The verifier, which has shown that it verifies the contract.
    @State(Scope.Benchmark)
    public static class Prepared {

        Verifier verifier;
        CanonicalDocument document;

        @Setup
        public void prepare(Workload workload) {
            verifier = new Verifier(workload.library.snapshot());
            document = MarkdownReader.read(workload.document);
            Verification verification = verifier.verify(request(document));
            if (verification.verdict() != Verdict.VERIFIED) {
                throw new IllegalStateException("The contract is " + verification.verdict() + ": "
                        + verification.deviations().stream().limit(3).toList());
            }
        }
    }

    /// The library's paragraphs in the rival's canonical form.
    @State(Scope.Benchmark)
    public static class ParagraphSet {

        Set<String> paragraphs;

        @Setup
        public void fill(Workload workload) {
            paragraphs = new HashSet<>(
                    workload.library.texts().stream().map(Paragraphs::canonical).toList());
            List<String> document = Paragraphs.of(workload.document);
            if (!paragraphs.containsAll(document)) {
                throw new IllegalStateException("A paragraph of the contract is not in the set.");
            }
        }
    }

    /// The library's blocks in our canonical form.
    @State(Scope.Benchmark)
    public static class BlockSet {

        Set<String> blocks = new HashSet<>();

        @Setup
        public void fill(Workload workload) {
            for (String text : workload.library.texts()) {
                MarkdownReader.read(text).blocks().forEach(block -> blocks.add(joined(block)));
            }
            if (known(workload.document)
                    != MarkdownReader.read(workload.document).blocks().size()) {
                throw new IllegalStateException("A block of the contract is not in the set.");
            }
        }

        int known(String document) {
            int known = 0;
            for (Block block : MarkdownReader.read(document).blocks()) {
                known += blocks.contains(joined(block)) ? 1 : 0;
            }
            return known;
        }

        private static String joined(Block block) {
            StringBuilder text = new StringBuilder();
            for (Token token : block.tokens()) {
                text.append(token.spaced() ? " " : "").append(token.text());
            }
            return text.toString();
        }
    }

    /// Text in, verdict out.
    @Benchmark
    public Verification verify(Workload workload, Prepared prepared) {
        return prepared.verifier.verify(request(MarkdownReader.read(workload.document)));
    }

    /// The part of [#verify] that does not know the library.
    @Benchmark
    public CanonicalDocument readOnly(Workload workload) {
        return MarkdownReader.read(workload.document);
    }

    /// The part of [#verify] that does.
    @Benchmark
    public Verification coverOnly(Prepared prepared) {
        return prepared.verifier.verify(request(prepared.document));
    }

    /// What the nearest rival does, near to what memory allows: one pass over the characters, one look-up a
    /// paragraph.
    @Benchmark
    public int paragraphHash(Workload workload, ParagraphSet set) {
        int known = 0;
        for (String paragraph : Paragraphs.of(workload.document)) {
            known += set.paragraphs.contains(paragraph) ? 1 : 0;
        }
        return known;
    }

    /// The same look-up behind our reading of the document, which accounts for every character.
    @Benchmark
    public int canonicalParagraphHash(Workload workload, BlockSet set) {
        return set.known(workload.document);
    }

    private static VerificationRequest request(CanonicalDocument document) {
        return new VerificationRequest(document, VariedLibrary.TODAY, Map.of(), null, null);
    }
}
