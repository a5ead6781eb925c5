package org.proviso.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.proviso.clause.ClauseVersion;
import org.proviso.retrieval.ClauseProse;

/// The name under which a vector is kept: the SHA-256 of the text that was embedded.
final class VectorKey {

    private VectorKey() {}

    static String of(ClauseVersion clause) {
        try {
            byte[] text = ClauseProse.embedded(clause).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
