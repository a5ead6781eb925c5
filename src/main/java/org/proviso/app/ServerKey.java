package org.proviso.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.proviso.certificate.KeyFiles;
import org.proviso.certificate.SigningKey;

/// The key that certificates are signed with, the same for the server and for commands on the same data folder.
final class ServerKey {

    /// Names the key's file.
    static final String SETTING = "proviso.signing-key";

    private static final String FOLDER = "keys";

    private ServerKey() {}

    /// The configured key, else the one below `data`, which is made if it is missing. Its public key is put
    /// below `data`.
    ///
    /// @throws IllegalArgumentException naming the file if it is no such key, or open to other users
    static SigningKey open(Optional<Path> configured, Path data) throws IOException {
        Path publicFile = data.resolve(FOLDER).resolve("signing-key.pub");
        if (configured.isEmpty()) {
            return KeyFiles.readOrCreate(data.resolve(FOLDER).resolve("signing-key.pem"), publicFile);
        }
        if (!Files.isRegularFile(configured.get())) {
            throw new IllegalArgumentException("There is no key " + configured.get() + ", which " + SETTING
                    + " names. Maybe make it with: openssl genpkey -algorithm ed25519 -out " + configured.get());
        }
        SigningKey key = KeyFiles.read(configured.get());
        KeyFiles.keepPublic(publicFile, key);
        return key;
    }

    /// The setting as a command sees it.
    static Optional<Path> configured() {
        return Settings.find(SETTING).map(Path::of);
    }
}
