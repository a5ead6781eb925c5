package org.proviso.migration;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LoadResult;
import org.proviso.migration.Moves.Move;

/// The library as it would be, in a folder of its own: what is there as links to the same files, what is new as
/// files that only have to be moved.
final class Candidate {

    private final Target target;
    private final Plan plan;
    private final Path folder;

    private Candidate(Target target, Plan plan, Path folder) {
        this.target = target;
        this.plan = plan;
        this.folder = folder;
    }

    /// @param folder is emptied first
    static Candidate make(Target target, Plan plan, Path folder) throws IOException {
        delete(folder);
        Candidate candidate = new Candidate(target, plan, folder);
        for (String file : target.files()) {
            candidate.link(file);
        }
        for (Map.Entry<String, String> file : plan.added().entrySet()) {
            Path path = candidate.ready(file.getKey());
            Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return candidate;
    }

    private void link(String file) throws IOException {
        Path from = target.folder().resolve(file);
        Path to = ready(plan.after(file));
        try {
            if (!Files.isSymbolicLink(from)) {
                Files.createLink(to, from);
                return;
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or one without links: a copy does as well.
        }
        Files.copy(from, to);
    }

    private Path ready(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return path;
    }

    LoadResult load() throws IOException {
        return LibraryLoader.load(folder);
    }

    /// What has to be moved, relative to the library's folder: whole folders where they are new, and
    /// `library.yaml` last, because a folder without it is no library.
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        plan.renamed().forEach((from, to) -> moves.add(new Move(from, to)));
        Set<String> units = new LinkedHashSet<>();
        plan.added().keySet().forEach(file -> units.add(unit(file)));
        String staged = target.folder().relativize(folder).toString();
        units.stream()
                .sorted((one, two) -> Boolean.compare(one.equals("library.yaml"), two.equals("library.yaml")))
                .forEach(unit -> moves.add(new Move(staged + "/" + unit, unit)));
        return moves;
    }

    /// The highest folder above a file that the library has not, or the file.
    private String unit(String file) {
        String unit = file;
        for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
            String parent = file.substring(0, slash);
            if (!Files.exists(target.folder().resolve(parent), LinkOption.NOFOLLOW_LINKS)) {
                return parent;
            }
        }
        return unit;
    }

    /// Deletes a folder and all in it, and follows no link.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
