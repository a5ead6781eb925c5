package org.proviso.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;

/// The lines of a file in UTF-8, without a byte order mark and without line ends.
final class TextLines {

    private TextLines() {}

    /// Hands every line to `reader` with its number, from 1. Lines that are no text, and a file that cannot be
    /// read, are reported.
    ///
    /// @param what the file should be, such as `file of JSON Lines`
    static void read(Path file, String what, DataProblems problems, ObjIntConsumer<String> reader) {
        byte[] bytes;
        try {
            if (!Files.exists(file)) {
                problems.report(file, 0, "There is no such file.", "Name a " + what + ".");
                return;
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            problems.report(
                    file, 0, "The file cannot be read: " + e.getMessage() + ".", "Name a readable " + what + ".");
            return;
        }
        int line = 1;
        for (int start = 0; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean carriageReturn = end > start && bytes[end - 1] == '\r';
            try {
                reader.accept(text(bytes, start, carriageReturn ? end - 1 : end), line);
            } catch (CharacterCodingException e) {
                problems.report(file, line, "The line is not text in UTF-8.", "Save the file in UTF-8.");
            }
            start = end + 1;
        }
    }

    private static String text(byte[] bytes, int start, int end) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, end - start))
                .toString();
        return start == 0 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
