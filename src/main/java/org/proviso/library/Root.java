package org.proviso.library;

import java.util.HexFormat;

/// The SHA-256 that names a library's whole content, in lower-case hexadecimal.
public record Root(String hex) {

    public Root {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"" + hex + "\" is not a SHA-256 in hexadecimal.");
        }
    }

    static Root of(byte[] hash) {
        return new Root(HexFormat.of().formatHex(hash));
    }

    @Override
    public String toString() {
        return hex;
    }
}
