package org.proviso.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proviso.retrieval.Thesaurus;

/// The thesaurus of this installation, `config/thesaurus.txt`.
final class ThesaurusFile {

    private ThesaurusFile() {}

    /// What the file says; nothing if there is none.
    ///
    /// @throws IllegalArgumentException naming file and line if it says something else
    static Thesaurus read() {
        return read(Path.of(System.getProperty("proviso.home", ".")).resolve("config/thesaurus.txt"));
    }

    static Thesaurus read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Thesaurus.EMPTY;
        }
        try {
            return Thesaurus.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The thesaurus " + file + " cannot be read.", e);
        }
    }
}
