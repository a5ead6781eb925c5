package org.proviso.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The lines of a large file, read as they are asked for; they end with `\n` or `\r\n`.
final class FileLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private int number;

    /// One line.
    ///
    /// @param number from 1
    /// @param bytes without the line's end; null if there were more than 1 MiB of them
    record Line(int number, byte @Nullable [] bytes) {}

    FileLines(Path file) throws IOException {
        this.bytes = Files.newInputStream(file);
    }

    /// Every line that is left, in order.
    ///
    /// @throws UncheckedIOException when it is consumed and the file cannot be read
    Stream<Line> stream() {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<Line>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Line> action) {
                        try {
                            Line line = next();
                            if (line != null) {
                                action.accept(line);
                            }
                            return line != null;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                false);
    }

    private @Nullable Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        int start = at;
        int length = toLineEnd() - start;
        if (at < end) {
            at++;
            return new Line(number, withoutReturn(Arrays.copyOfRange(buffer, start, start + length)));
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(2 * length);
        line.write(buffer, start, length);
        boolean tooLong = false;
        while (fill()) {
            start = at;
            length = toLineEnd() - start;
            tooLong |= line.size() + length > LibraryFiles.MAX_FILE_BYTES;
            if (!tooLong) {
                line.write(buffer, start, length);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        return new Line(number, tooLong ? null : withoutReturn(line.toByteArray()));
    }

    /// Moves to the line's end, or to the end of what is in the buffer.
    private int toLineEnd() {
        int to = at;
        while (to < end && buffer[to] != '\n') {
            to++;
        }
        at = to;
        return to;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        return hasReturn ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            end = Math.max(bytes.read(buffer), 0);
            at = 0;
        }
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
