package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.cli.UnusableSettingException;

class EmbedderSettingTest {

    private static final String CONFIG = "proviso.config";

    private final @Nullable String config = System.getProperty(CONFIG);

    @TempDir
    private Path folder;

    @AfterEach
    void theOldSettings() {
        System.clearProperty(EmbedderSetting.SETTING);
        if (config == null) {
            System.clearProperty(CONFIG);
        } else {
            System.setProperty(CONFIG, config);
        }
    }

    @ParameterizedTest
    @CsvSource({"all-minilm-l6-v2-q, all-minilm-l6-v2-q/254", "bge-small-en-v15-q, bge-small-en-v15-q/510"})
    void theSettingNamesTheModel(String name, String modelId) {
        System.setProperty(EmbedderSetting.SETTING, " " + name + " ");

        assertEquals(modelId, EmbedderSetting.embedder().modelId());
    }

    @Test
    void withoutASettingItIsTheDefault() {
        System.setProperty(CONFIG, folder.resolve("none").toString());

        assertEquals("all-minilm-l6-v2-q/254", EmbedderSetting.embedder().modelId());
    }

    @Test
    void anUnknownModelIsToldWithThoseThatThereAre() {
        System.setProperty(EmbedderSetting.SETTING, "bge-large");

        String message = assertThrows(UnusableSettingException.class, EmbedderSetting::embedder)
                .getMessage();

        assertEquals(
                "proviso.embedding.model is \"bge-large\", which is no embedding model of Proviso's. Write"
                        + " all-minilm-l6-v2-q or bge-small-en-v15-q.",
                message);
    }
}
