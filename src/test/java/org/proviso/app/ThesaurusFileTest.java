package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proviso.cli.UnusableSettingException;
import org.proviso.retrieval.Thesaurus;

class ThesaurusFileTest extends InstallationFixture {

    private Path file;

    @BeforeEach
    void itsFile() {
        file = folder.resolve("config/thesaurus.txt");
    }

    @Test
    void withoutAFileThereIsNothingToAdd() {
        assertEquals(Thesaurus.EMPTY, ThesaurusFile.read());
    }

    @Test
    void whatIsNoEntryIsAFaultOfTheInstallationWithItsPlace() throws IOException {
        Files.writeString(file, "cap: exceed\nfee price\n");

        assertTrue(failure().startsWith(file + ":2: \"fee price\" is no entry."), this::failure);
    }

    @Test
    void whatIsNoFileIsNotPassedOver() throws IOException {
        Files.createDirectory(file);

        assertTrue(failure().startsWith("The thesaurus " + file + " cannot be read."), this::failure);
    }

    private String failure() {
        return assertThrows(UnusableSettingException.class, ThesaurusFile::read).getMessage();
    }
}
