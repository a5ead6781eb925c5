package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// The library that an import goes into, as it was found.
///
/// @param folder the real folder
/// @param library null if the folder is empty
/// @param files what the library consists of, by path relative to the folder
record Target(Path folder, @Nullable LibrarySnapshot library, List<String> files) {

    private static final List<String> FOLDERS = List.of("clauses", "contracts");

    /// @throws UnusableImport if the folder holds something, but no library that can be used
    static Target of(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || isEmpty(folder)) {
            return new Target(folder, null, List.of());
        }
        for (String name : FOLDERS) {
            if (Files.isSymbolicLink(folder.resolve(name))) {
                throw new UnusableImport(
                        folder.resolve(name) + " is a symbolic link. Put the folder itself in its place.");
            }
        }
        return switch (LibraryLoader.load(folder)) {
            case LoadResult.Loaded loaded -> new Target(folder, loaded.snapshot(), files(folder));
            case LoadResult.Refused refused ->
                throw new UnusableImport(
                        refused.problems().stream().map(Object::toString).collect(Collectors.joining("\n"))
                                + "\nThe library " + folder
                                + " cannot be used. Mend it first, or name an empty folder.");
        };
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(Target::isHidden);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(folder)) {
            top.filter(file -> !isHidden(file) && Files.isRegularFile(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.equals("library.yaml") || name.equals("library.lock") || name.endsWith(".jsonl"))
                    .forEach(files::add);
        }
        for (String name : FOLDERS) {
            Path below = folder.resolve(name);
            if (Files.isDirectory(below)) {
                try (Stream<Path> all = Files.walk(below)) {
                    all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                            .map(folder::relativize)
                            .filter(file -> StreamSupport.stream(file.spliterator(), false)
                                    .noneMatch(Target::isHidden))
                            .forEach(file -> files.add(file.toString().replace('\\', '/')));
                }
            }
        }
        return files;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /// The version that the library has under the same number.
    boolean holds(ClauseVersion clause) {
        return library != null && library.clause(clause.versionId()).isPresent();
    }

    boolean holdsWording(ClauseVersion clause) {
        return library != null && library.hasWordingOf(clause);
    }

    /// The highest version of a clause's id, 0 if there is none.
    int highest(ClauseVersion clause) {
        return library == null
                ? 0
                : library.versions(clause.id()).stream()
                        .mapToInt(known -> known.versionId().version())
                        .max()
                        .orElse(0);
    }

    /// The files of current versions, by name without folders.
    Map<String, String> current() {
        return files.stream()
                .filter(file -> file.startsWith("clauses/"))
                .collect(Collectors.toMap(file -> file.substring(file.lastIndexOf('/') + 1), file -> file));
    }

    /// A folder below `clauses` that is not there yet.
    String newFolder(String name) {
        String free = "clauses/" + name;
        for (int i = 2; Files.exists(folder.resolve(free), LinkOption.NOFOLLOW_LINKS); i++) {
            free = "clauses/" + name + "-" + i;
        }
        return free;
    }
}
