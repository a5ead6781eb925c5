package org.proviso.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The trusted base can be read in an afternoon: it has few lines of code.
final class TrustedBaseSizeTest {

    private static final int MAX_LINES = 3_000;

    private static final Path SOURCES = Path.of("src/main/java/org/proviso");

    /// The classes of `verification` that explain a refusal and can never make the verdict milder; the profile
    /// `mutation` of the POM has the same list.
    private static final Pattern EXPLANATION = Pattern.compile(
            "verification/(?:Change|ClauseSearch|CodedText|Completeness|ContractWord|Deviation|EditDistance|"
                    + "Explainer|NearestClauses|Segments|TokenAlignment|WordKinds)\\w*\\.java");

    /// Package and import lines, comments, and lines of brackets alone, which the formatter makes.
    private static final Pattern NO_CODE = Pattern.compile("(?:package|import) .+;|//.*|[^\\p{L}\\p{N}]*");

    @Test
    void theTrustedBaseIsSmallEnoughToBeAudited() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        for (String name : PackageDependenciesTest.TRUSTED_BASE) {
            lines.put(name, linesOfCode(SOURCES.resolve(name)));
        }

        long total = lines.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(
                total > 0 && total <= MAX_LINES,
                "The trusted base has " + total + " lines of code, not 1 to " + MAX_LINES + ": " + lines
                        + ". Maybe some of it explains or prepares and can stand outside.");
    }

    private static long linesOfCode(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !EXPLANATION.matcher(path(file)).matches())
                    .toList();
        }
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> text = Files.lines(file)) {
                lines += text.map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .filter(line -> !NO_CODE.matcher(line).matches())
                        .count();
            }
        }
        return lines;
    }

    /// The path below the sources, the same on every system.
    private static String path(Path file) {
        return SOURCES.relativize(file).toString().replace('\\', '/');
    }
}
