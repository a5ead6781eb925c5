package org.proviso.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.util.BytesRef;
import org.proviso.clause.ClauseVersion;
import org.proviso.retrieval.ClauseProse;

/// The name under which a vector is kept: the SHA-256 of the text that was embedded. Four numbers take half the
/// memory of its digits, and the disk half the space.
record VectorKey(long first, long second, long third, long last) {

    static VectorKey of(ClauseVersion clause) {
        return of(ClauseProse.embedded(clause));
    }

    static VectorKey of(String embedded) {
        try {
            byte[] text = embedded.getBytes(StandardCharsets.UTF_8);
            return of(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /// The law is `of(key.bytes())` = `key`.
    static VectorKey of(BytesRef bytes) {
        return of(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length));
    }

    private static VectorKey of(ByteBuffer bytes) {
        return new VectorKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    BytesRef bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
        bytes.putLong(first).putLong(second).putLong(third).putLong(last);
        return new BytesRef(bytes.array());
    }
}
