package org.proviso.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test in an installation of its own, which is `folder` and has an empty `config`.
abstract class InstallationFixture {

    private static final String HOME = "proviso.home";

    private final @Nullable String home = System.getProperty(HOME);

    @TempDir
    Path folder;

    @BeforeEach
    final void anInstallation() throws IOException {
        System.setProperty(HOME, folder.toString());
        Files.createDirectory(folder.resolve("config"));
    }

    @AfterEach
    final void theOldOne() {
        if (home == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, home);
        }
    }
}
