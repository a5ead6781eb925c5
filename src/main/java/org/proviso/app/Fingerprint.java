package org.proviso.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paths, sizes and times of all files of a folder; what is hidden is passed over, as in a library. It tells
/// whether to look at the content, which decides.
///
/// @param place where the folder really is, since a link may be turned to files of the same sizes and times;
///     empty if it is nowhere
record Fingerprint(String place, Set<Stamp> files) {

    /// @param path relative to the folder
    /// @param size in bytes; -1 if the file could not be looked at
    record Stamp(String path, long size, FileTime modified) {}

    private static final FileTime NEVER = FileTime.fromMillis(0);

    Fingerprint {
        files = Set.copyOf(files);
    }

    /// Looks at a folder. A link to a file counts as the file. What vanishes meanwhile, or cannot be looked at,
    /// is part of the result and no failure.
    static Fingerprint of(Path folder) {
        Set<Stamp> stamps = new HashSet<>();
        String place = "";
        try {
            Path root = folder.toRealPath();
            place = root.toString();
            Files.walkFileTree(root, new Look(root, stamps));
        } catch (IOException e) {
            stamps.add(new Stamp("", -1, NEVER));
        }
        return new Fingerprint(place, stamps);
    }

    private static final class Look extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Set<Stamp> stamps;

        private Look(Path root, Set<Stamp> stamps) {
            this.root = root;
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file)) {
                BasicFileAttributes content = attributes.isSymbolicLink() ? linked(file, attributes) : attributes;
                add(file, content.size(), content.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            add(file, -1, NEVER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file, long size, FileTime modified) {
            stamps.add(new Stamp(root.relativize(file).toString(), size, modified));
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && path.getFileName().toString().startsWith(".");
        }

        private static BasicFileAttributes linked(Path link, BasicFileAttributes itself) {
            try {
                return Files.readAttributes(link, BasicFileAttributes.class);
            } catch (IOException dangling) {
                return itself;
            }
        }
    }
}
