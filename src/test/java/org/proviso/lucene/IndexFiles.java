package org.proviso.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a folder with their size and time of change: equal if nothing was written in between.
record IndexFiles(TreeMap<String, String> changes) {

    static IndexFiles list(Path folder) throws IOException {
        TreeMap<String, String> changes = new TreeMap<>();
        for (Path file : files(folder)) {
            changes.put(
                    folder.relativize(file).toString(),
                    Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
        }
        return new IndexFiles(changes);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
