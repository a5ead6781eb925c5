package org.proviso.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proviso.cli.UnusableSettingException;
import org.proviso.retrieval.Thesaurus;

/// The thesaurus of this installation, `config/thesaurus.txt`.
final class ThesaurusFile {

    private ThesaurusFile() {}

    /// What the file says; nothing if there is none.
    ///
    /// @throws UnusableSettingException naming the file, and the line if one is no entry
    static Thesaurus read() {
        Path file = Path.of(System.getProperty("proviso.home", "")).resolve("config/thesaurus.txt");
        if (Files.notExists(file)) {
            return Thesaurus.EMPTY;
        }
        try {
            return Thesaurus.read(file);
        } catch (IOException e) {
            throw new UnusableSettingException(
                    "The thesaurus " + file + " cannot be read. Make it a readable file, or take it away.", e);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingException(String.valueOf(e.getMessage()), e);
        }
    }
}
