package org.proviso.verification;

import java.util.Map;
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
import org.proviso.document.MarkdownReader;

/// Whether time stays in proportion to the document when somebody wants it not to: twice the megabytes, twice the
/// time.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@State(Scope.Benchmark)
public class HostileBenchmark {

    @Param
    HostileShape shape;

    @Param({"1", "2", "4", "10"})
    int megabytes;

    @Param("1000")
    int clauses;

    private Verifier verifier;
    private String document;

    @Setup
    public void make() {
        VariedLibrary library = VariedLibrary.of(clauses);
        verifier = new Verifier(library.snapshot());
        document = shape.document(library, megabytes * 1_000_000);
        if (hostile().verdict() != Verdict.REJECTED) {
            throw new IllegalStateException("A document of the shape " + shape + " is not rejected.");
        }
    }

    @Benchmark
    public Verification hostile() {
        return verifier.verify(
                new VerificationRequest(MarkdownReader.read(document), VariedLibrary.TODAY, Map.of(), null, null));
    }
}
