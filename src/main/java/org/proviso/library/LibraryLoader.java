package org.proviso.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Jurisdiction;

/// Reads a library folder: `library.yaml`, `clauses/**/*.md`, `contracts/*.yaml`. Never writes.
public final class LibraryLoader {

    /// No file of a library is larger.
    static final int MAX_FILE_BYTES = 1 << 20;

    private final Path folder;
    private final List<LibraryProblem> problems = new ArrayList<>();
    private final List<LoadedClause> clauses = new ArrayList<>();
    private final List<LoadedContractType> contractTypes = new ArrayList<>();

    private LibraryLoader(Path folder) {
        this.folder = folder;
    }

    /// Reads a folder into a snapshot, or reports all that is wrong with it.
    ///
    /// @throws IOException if a file cannot be read; a missing `library.yaml` is a problem, not an exception
    public static LoadResult load(Path folder) throws IOException {
        return new LibraryLoader(folder).load();
    }

    private LoadResult load() throws IOException {
        LibrarySettings settings = settings();
        ContractLocale locale = settings == null ? ContractLocale.EN_US : settings.locale();
        read(
                folder.resolve("clauses"),
                ".md",
                (file, text) -> ClauseFile.read(text, file.getFileName().toString(), sink(file), locale)
                        .ifPresent(clauses::add));
        read(
                folder.resolve("contracts"),
                ".yaml",
                (file, text) -> ContractTypeFile.read(text, file.getFileName().toString(), sink(file), locale)
                        .ifPresent(contractTypes::add));
        LibraryChecks.check(clauses, contractTypes, problems);
        if (problems.isEmpty()) {
            RecipeChecks.check(clauses, contractTypes, locale);
        }
        if (settings == null || !problems.isEmpty()) {
            return new LoadResult.Refused(problems);
        }
        return new LoadResult.Loaded(new LibrarySnapshot(
                settings,
                clauses.stream().map(LoadedClause::clause).toList(),
                contractTypes.stream().map(LoadedContractType::contractType).toList()));
    }

    private @Nullable LibrarySettings settings() throws IOException {
        Path file = folder.resolve("library.yaml");
        if (!Files.isRegularFile(file)) {
            sink(file).report(1, "There is no library.yaml in " + folder + ".", "Name a clause library's folder.");
            return null;
        }
        String text = text(file);
        YamlMap yaml = text == null ? null : YamlMap.parse(text, sink(file)).orElse(null);
        if (yaml == null) {
            return null;
        }
        String id = yaml.text("id");
        String name = yaml.text("name");
        String language = yaml.text("language");
        ContractLocale locale = yaml.read("locale", LibraryLoader::locale);
        Jurisdiction jurisdiction = yaml.read("default-jurisdiction", Jurisdiction::new);
        yaml.refuseUnknownKeys();
        return id == null || name == null || language == null || locale == null || jurisdiction == null
                ? null
                : new LibrarySettings(id, name, language, locale, jurisdiction);
    }

    private static ContractLocale locale(String tag) {
        return ContractLocale.tagged(tag)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + Excerpt.of(tag) + "\" is not a locale: write en-US or en-GB."));
    }

    /// Hands every file below `root` to `reader`, in path order; hidden files are passed over.
    private void read(Path root, String ending, BiConsumer<Path, String> reader) throws IOException {
        if (!Files.isDirectory(root)) {
            sink(root).report(1, "There is no folder " + root.getFileName() + ".", "Make it, with at least one file.");
            return;
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(root)) {
            files = paths.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            sink(root).report(1, "The folder holds no file.", "Add at least one " + ending + " file.");
        }
        for (Path file : files) {
            if (!file.toString().endsWith(ending)) {
                sink(file).report(1, "This is not a " + ending + " file.", "Move it out of the library.");
                continue;
            }
            String text = text(file);
            if (text != null) {
                reader.accept(file, text);
            }
        }
    }

    private @Nullable String text(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            sink(file).report(1, "The file is larger than 1 MiB.", "Split it.");
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString()
                    .replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            sink(file).report(1, "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }

    private ProblemSink sink(Path file) {
        return new ProblemSink(folder.relativize(file).toString().replace('\\', '/'), 0, problems);
    }
}
