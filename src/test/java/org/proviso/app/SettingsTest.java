package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String CONFIG = "proviso.config";
    private static final String SETTING = "proviso.some-setting";

    private final @Nullable String config = System.getProperty(CONFIG);

    @TempDir
    private Path folder;

    @AfterEach
    void theOldSettings() {
        System.clearProperty(SETTING);
        if (config == null) {
            System.clearProperty(CONFIG);
        } else {
            System.setProperty(CONFIG, config);
        }
    }

    /// The launcher names the file as a URI, others by its path.
    @Test
    void theFileIsReadHoweverItIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("my settings.properties"), SETTING + " = of the file \n");
        for (String location : new String[] {file.toString(), file.toUri().toString()}) {
            System.setProperty(CONFIG, location);

            assertEquals(Optional.of("of the file"), Settings.find(SETTING), location);
        }
    }

    @Test
    void whatTheJvmIsToldComesBeforeTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"), SETTING + "=of the file\n");
        System.setProperty(CONFIG, file.toString());
        System.setProperty(SETTING, "of the command line");

        assertEquals(Optional.of("of the command line"), Settings.find(SETTING));
    }

    @Test
    void aBlankSettingIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"), SETTING + "=\n");
        System.setProperty(CONFIG, file.toString());

        assertEquals(Optional.empty(), Settings.find(SETTING));
    }

    @Test
    void withoutAFileThereAreNone() {
        System.setProperty(CONFIG, folder.resolve("none").toString());

        assertEquals(Optional.empty(), Settings.find(SETTING));
    }
}
