package org.proviso.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The most bytes that a body may have.
record BodyLimit(long bytes) {

    static final String PROPERTY = "quarkus.http.limits.max-body-size";

    /// How much of a body that is too large is read and thrown away, so that the caller is there to read why.
    private static final int DISCARDED = 8;

    boolean allows(long length) {
        return length <= bytes;
    }

    /// How many bytes of a body are worth being read only to be thrown away.
    long worthDiscarding() {
        return bytes * DISCARDED;
    }

    String message() {
        return "The body is larger than " + bytes + " bytes: send less, or raise " + PROPERTY
                + " in config/application.properties.";
    }

    /// The same stream, which throws a [ProblemException] instead of the first byte too many.
    InputStream bound(InputStream body) {
        return new Bounded(body, this);
    }

    private static final class Bounded extends FilterInputStream {

        private final BodyLimit limit;
        private long count;

        Bounded(InputStream body, BodyLimit limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            count += read;
            if (!limit.allows(count)) {
                byte[] discarded = new byte[1 << 16];
                while (count < limit.worthDiscarding()) {
                    int more = in.read(discarded);
                    if (more < 0) {
                        break;
                    }
                    count += more;
                }
                throw new ProblemException(ProblemKind.TOO_LARGE, limit.message());
            }
        }
    }
}
