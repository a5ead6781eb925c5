package org.proviso.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.library.FileLines.Line;

/// Reads the library's own forms where they stand outside a library, each by itself.
public final class LibraryReader {

    static final String SETTINGS = "library";
    static final String RECIPE = "contract-type";

    private LibraryReader() {}

    /// What a line of an export is; a bulk file has clauses only.
    public sealed interface Entry {

        /// From 1.
        int line();
    }

    /// A line with a clause.
    ///
    /// @param mended whether it was sound only after it was mended
    public record ClauseEntry(int line, ClauseVersion clause, boolean mended) implements Entry {}

    /// A line with a recipe.
    public record RecipeEntry(int line, ContractType recipe) implements Entry {}

    /// A line with the settings.
    public record SettingsEntry(int line, LibrarySettings settings) implements Entry {}

    /// Reads one clause out of a file's text.
    ///
    /// @param fileName `<id>.md` or `<id>@<n>.md`; problems name it
    /// @param problems where everything goes that is wrong with it
    /// @return the clause, if there is no problem
    public static Optional<ClauseVersion> clause(
            String content, String fileName, ContractLocale locale, Collection<LibraryProblem> problems) {
        List<LibraryProblem> found = new ArrayList<>(0);
        Optional<LoadedClause> read =
                ClauseFile.read(content, fileName, ProblemSink.of(fileName, found), new ClauseReader(locale));
        problems.addAll(found);
        return found.isEmpty() ? read.map(LoadedClause::clause) : Optional.empty();
    }

    /// Reads the lines of a bulk file or an export; lines that have problems are left out.
    ///
    /// @param name what problems name the file by
    /// @param mend makes another line of one that has problems, or nothing
    /// @throws IOException if the file cannot be read
    public static List<Entry> lines(
            Path file,
            String name,
            ContractLocale locale,
            Function<String, Optional<String>> mend,
            Collection<LibraryProblem> problems)
            throws IOException {
        ClauseReader reader = new ClauseReader(locale);
        List<Entry> entries = new ArrayList<>();
        try (FileLines lines = new FileLines(file)) {
            lines.stream().forEach(line -> {
                List<LibraryProblem> found = new ArrayList<>(0);
                Optional<? extends Entry> entry = entry(line, ProblemSink.of(name, found), reader, locale);
                if (!found.isEmpty()) {
                    entry = mended(line, mend, reader, locale);
                }
                entry.ifPresentOrElse(entries::add, () -> problems.addAll(found));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries;
    }

    private static Optional<? extends Entry> mended(
            Line line, Function<String, Optional<String>> mend, ClauseReader reader, ContractLocale locale) {
        String json = line.bytes() == null ? null : LibraryFiles.utf8(line.bytes());
        if (json == null) {
            return Optional.empty();
        }
        List<LibraryProblem> found = new ArrayList<>(0);
        return mend.apply(json)
                .map(other -> new Line(line.number(), other.getBytes(StandardCharsets.UTF_8)))
                .flatMap(other -> ClauseLines.read(other, ProblemSink.of("", found), reader))
                .filter(_ -> found.isEmpty())
                .map(loaded -> new ClauseEntry(line.number(), loaded.clause(), true));
    }

    private static Optional<? extends Entry> entry(
            Line line, ProblemSink sink, ClauseReader reader, ContractLocale locale) {
        return ClauseLines.fields(line, sink).flatMap(fields -> {
            Optional<YamlMap> settings = inner(fields, SETTINGS);
            if (settings.isPresent()) {
                return settings(line, settings.get());
            }
            Optional<YamlMap> recipe = inner(fields, RECIPE);
            if (recipe.isPresent()) {
                return ContractTypeFile.read(recipe.get(), sink.file(), locale)
                        .map(loaded -> new RecipeEntry(line.number(), loaded.contractType()));
            }
            return ClauseLines.read(fields, sink.below(line.number() - 1), reader)
                    .map(loaded -> new ClauseEntry(line.number(), loaded.clause(), false));
        });
    }

    private static Optional<SettingsEntry> settings(Line line, YamlMap fields) {
        @Nullable LibrarySettings settings = SettingsFile.read(fields);
        return Optional.ofNullable(settings).map(read -> new SettingsEntry(line.number(), read));
    }

    /// The only value of a line, if it is a mapping under this key.
    private static Optional<YamlMap> inner(YamlMap fields, String key) {
        return fields.names().equals(List.of(key)) ? fields.map(key) : Optional.empty();
    }
}
