package org.proviso.verification;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// How long a JVM that has just begun takes until a large library is ready to verify with, and how much heap it
/// keeps.
///
/// `--clauses N` (default 100,000) writes the library into a temporary folder and measures it in a JVM of its
/// own.
public final class LoadFootprint {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private LoadFootprint() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.size() == 2 && words.getFirst().equals("--measure")) {
            measure(Path.of(words.getLast()));
        } else if (words.isEmpty() || (words.size() == 2 && words.getFirst().equals("--clauses"))) {
            System.exit(writeAndMeasure(words.isEmpty() ? 100_000 : Integer.parseInt(words.getLast())));
        } else {
            System.err.println("Unknown arguments " + words + ". Write --clauses N, or nothing.");
            System.exit(2);
        }
    }

    private static int writeAndMeasure(int clauses) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("proviso-load");
        try {
            VariedLibrary.of(clauses).writeTo(folder);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(LoadFootprint.class.getName(), "--measure", folder.toString()));
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void measure(Path folder) throws IOException {
        long empty = usedHeap();
        long begin = System.nanoTime();
        LibrarySnapshot library = switch (LibraryLoader.load(folder)) {
            case LoadResult.Loaded loaded -> loaded.snapshot();
            case LoadResult.Refused refused ->
                throw new IllegalStateException("The library is refused for "
                        + refused.problems().size() + " problems, the first: "
                        + refused.problems().getFirst());
        };
        long loaded = System.nanoTime();
        Verifier verifier = new Verifier(library);
        long ready = System.nanoTime();
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();

        int clauses = library.clauses().size();
        print("clauses", Integer.toString(clauses));
        print("characters per clause", (double) characters(library) / clauses);
        print("seconds to load", (loaded - begin) / 1e9);
        print("seconds to prepare", (ready - loaded) / 1e9);
        print("seconds to load and be ready", (ready - begin) / 1e9);
        print("the same since the JVM began", sinceStart / 1e3);
        print("bytes of heap per clause", (double) (usedHeap() - empty) / clauses);
        // Both are in use until here, so no collection above may drop them.
        VerificationRequest request = new VerificationRequest(
                MarkdownReader.read(library.clauses().iterator().next().text().source()),
                VariedLibrary.TODAY,
                Map.of(),
                null,
                null);
        print("the first clause is", verifier.verify(request).verdict());
    }

    private static long characters(LibrarySnapshot library) {
        return library.clauses().stream()
                .map(ClauseVersion::text)
                .mapToLong(text -> text.source().length())
                .sum();
    }

    /// What is left after full collections, of which the first may have to keep what the next can drop.
    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    private static void print(String what, double value) {
        print(what, String.format(Locale.ROOT, "%,.2f", value));
    }

    private static void print(String what, Object value) {
        System.out.println(String.format(Locale.ROOT, "%-30s %s", what, value));
    }
}
