package org.proviso.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;

/// Reads a library folder: `library.yaml`, `clauses/**/*.md`, `contracts/*.yaml`, `*.jsonl` and `library.lock`.
/// Never writes.
///
/// Clauses are read by several threads; the result and the order of problems do not depend on them.
public final class LibraryLoader {

    private final List<LibraryProblem> problems = new ArrayList<>();
    private final LibraryFiles files;

    private LibraryLoader(Path folder) {
        this.files = new LibraryFiles(folder, problems);
    }

    /// Reads a folder into a snapshot, or reports all that is wrong with it.
    ///
    /// @throws IOException if a file cannot be read; a missing `library.yaml` is a problem, not an exception
    public static LoadResult load(Path folder) throws IOException {
        try {
            return new LibraryLoader(folder).load();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private LoadResult load() throws IOException {
        LibrarySettings settings = settings();
        ContractLocale locale = settings == null ? ContractLocale.EN_US : settings.locale();
        ClauseReader reader = new ClauseReader(locale);
        List<Path> bulk = files.top(".jsonl");
        List<LoadedClause> clauses = new ArrayList<>(
                gather(files.below("clauses", ".md", !bulk.isEmpty()).parallelStream(), file -> clause(file, reader)));
        for (Path file : bulk) {
            clauses.addAll(lines(file, reader));
        }
        List<LoadedContractType> contractTypes = new ArrayList<>();
        for (Path file : files.below("contracts", ".yaml", true)) {
            String text = files.text(file);
            if (text != null) {
                ContractTypeFile.read(text, file.getFileName().toString(), files.sink(file), locale)
                        .ifPresent(contractTypes::add);
            }
        }
        if (clauses.isEmpty() && problems.isEmpty()) {
            files.sink(bulk.getFirst()).report(1, "The library holds no clause.", "Add a clause.");
        }
        boolean complete = problems.isEmpty();
        LibraryChecks.check(clauses, contractTypes, problems);
        if (problems.isEmpty()) {
            RecipeChecks.check(clauses, contractTypes, locale);
        }
        Wordings wordings =
                Wordings.of(clauses.stream().map(LoadedClause::clause).toList());
        Set<ClauseVersionId> locked = LockChecks.check(files, clauses, wordings, complete, problems);
        return settings == null || !problems.isEmpty()
                ? new LoadResult.Refused(problems)
                : new LoadResult.Loaded(
                        new LibrarySnapshot(
                                settings,
                                wordings,
                                contractTypes.stream()
                                        .map(LoadedContractType::contractType)
                                        .toList()),
                        new LibrarySources(clauses, contractTypes, locked));
    }

    /// What came of one file or line.
    private record Reading<T>(Optional<T> value, Collection<LibraryProblem> problems) {}

    private Reading<LoadedClause> clause(Path file, ClauseReader reader) {
        List<LibraryProblem> found = new ArrayList<>(0);
        try {
            String text = new LibraryFiles(files.folder(), found).text(file);
            return new Reading<>(
                    Optional.ofNullable(text)
                            .flatMap(content -> ClauseFile.read(
                                    content,
                                    file.getFileName().toString(),
                                    ProblemSink.of(files.name(file), found),
                                    reader)),
                    found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LoadedClause> lines(Path file, ClauseReader reader) throws IOException {
        String name = files.name(file);
        try (FileLines lines = new FileLines(file)) {
            return gather(lines.stream().parallel(), line -> {
                List<LibraryProblem> found = new ArrayList<>(0);
                return new Reading<>(ClauseLines.read(line, ProblemSink.of(name, found), reader), found);
            });
        }
    }

    /// Reads everything, in order, and collects the problems.
    private <S> List<LoadedClause> gather(Stream<S> sources, Function<S, Reading<LoadedClause>> read) {
        List<LoadedClause> clauses = new ArrayList<>();
        for (Reading<LoadedClause> reading : sources.map(read).toList()) {
            problems.addAll(reading.problems());
            reading.value().ifPresent(loaded -> clauses.add(loaded.into(problems)));
        }
        return clauses;
    }

    private @Nullable LibrarySettings settings() throws IOException {
        Path file = files.folder().resolve("library.yaml");
        if (!files.has("library.yaml")) {
            files.sink(file)
                    .report(
                            1,
                            "There is no library.yaml in " + files.folder() + ".",
                            "Name a clause library's folder.");
            return null;
        }
        String text = files.isReadable(file) ? files.text(file) : null;
        YamlMap yaml =
                text == null ? null : YamlMap.parse(text, files.sink(file)).orElse(null);
        return yaml == null ? null : SettingsFile.read(yaml);
    }
}
