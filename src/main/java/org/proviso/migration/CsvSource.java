package org.proviso.migration;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads CSV as RFC 4180 has it, in UTF-8 with or without a byte order mark.
final class CsvSource {

    /// No row has more characters.
    static final int MAX_ROW = 1 << 20;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvSource() {}

    static SourceContent read(Path file, ImportRequest request) throws IOException {
        String name = Sources.name(file);
        List<Finding> findings = new ArrayList<>();
        return TableSource.read(name, rows(file, name), request, findings);
    }

    private static List<Row> rows(Path file, String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (LimitedReader reader = open(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setIgnoreEmptyLines(false)
                        .get()
                        .parse(reader)) {
            long line = 1;
            for (CSVRecord read : parser) {
                if (rows.size() == TableSource.MAX_ROWS) {
                    throw new UnusableImport(name + " has more than 100,000 rows. Split it.");
                }
                rows.add(new Row(rows.size() + 1, (int) line, List.of(read.values())));
                line = parser.getCurrentLineNumber() + 1;
                reader.reset(0);
            }
        } catch (CSVException | UncheckedIOException | IllegalStateException e) {
            throw refused(name, rows.size() + 1, e);
        } catch (CharacterCodingException e) {
            throw notUtf8(name);
        }
        return rows;
    }

    private static UnusableImport refused(String name, int row, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8(name);
            }
            if (cause instanceof TooLong) {
                return new UnusableImport(name + ", row " + row + ", has more than " + MAX_ROW
                        + " characters. Maybe a quote is not closed.");
            }
        }
        return new UnusableImport(name + ", row " + row + ", is not CSV: " + failure.getMessage()
                + ". Maybe a quote is not doubled, or not closed.");
    }

    private static UnusableImport notUtf8(String name) {
        return new UnusableImport(name + " is not UTF-8. Save it as \"CSV UTF-8\".");
    }

    private static LimitedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(MARK.length);
        if (!java.util.Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            bytes.reset();
        }
        return new LimitedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /// Gives up where one row takes more than it may.
    private static final class LimitedReader extends FilterReader {

        private long read;

        LimitedReader(Reader in) {
            super(in);
        }

        void reset(long from) {
            read = from;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > MAX_ROW) {
                throw new TooLong();
            }
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
