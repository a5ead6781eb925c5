package org.proviso.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that commands read.
final class InputFile {

    private static final int MAX_BYTES = 64 << 20;

    private InputFile() {}

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// @throws CommandFailure if there is no such file or it is too large
    static byte[] read(String file) throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no file " + file + ".");
        }
        try (InputStream input = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CommandFailure(ExitStatus.WRONG_USE, file + " is larger than 64 MiB.");
            }
            return bytes;
        }
    }

    /// The text that bytes are.
    ///
    /// @throws CommandFailure if they are none
    static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    file + " is not text in UTF-8. Save it as Markdown or plain text; Word files are not read yet.");
        }
    }
}
