package org.proviso.verification;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/// What a script would do: all clauses as one alternation, matched against every paragraph. Each paragraph tries
/// each clause, so time grows with the library; only the smallest is measured unless asked otherwise.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@State(Scope.Benchmark)
public class RegexAlternationBenchmark {

    @Param("1000")
    int clauses;

    private String document;
    private Pattern anyClause;

    @Setup
    public void compile() {
        VariedLibrary library = VariedLibrary.of(clauses);
        document = library.document(300_000);
        anyClause = Pattern.compile(library.texts().stream()
                .map(Paragraphs::canonical)
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        if (regexAlternation() != Paragraphs.of(document).size()) {
            throw new IllegalStateException("A paragraph of the contract does not match.");
        }
    }

    @Benchmark
    public int regexAlternation() {
        int known = 0;
        List<String> paragraphs = Paragraphs.of(document);
        for (String paragraph : paragraphs) {
            known += anyClause.matcher(paragraph).matches() ? 1 : 0;
        }
        return known;
    }
}
