package org.proviso.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.proviso.cli.UnusableSettingException;

/// The settings as a command sees them, which has no server to read its configuration.
final class Settings {

    private Settings() {}

    /// A setting from the JVM, the environment or the configuration file, in this order; empty if it is blank.
    ///
    /// @throws UnusableSettingException if the file cannot be read
    static Optional<String> find(String name) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty(name)),
                        Optional.ofNullable(
                                System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))),
                        inFile(name))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .findFirst();
    }

    private static Optional<String> inFile(String name) {
        Path path = file();
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Properties file = new Properties();
        try (InputStream input = Files.newInputStream(path)) {
            file.load(input);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableSettingException("The settings " + path + " cannot be read. Mend the file.", e);
        }
        return Optional.ofNullable(file.getProperty(name));
    }

    /// What the launcher names as a URI, as Quarkus wants it.
    private static Path file() {
        String location = System.getProperty("proviso.config", "config/application.properties");
        return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    }
}
