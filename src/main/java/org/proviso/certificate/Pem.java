package org.proviso.certificate;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One PEM block, as OpenSSL writes keys.
final class Pem {

    private static final int LINE = 64;
    private static final int MAX_LENGTH = 16 << 10;
    private static final Pattern BLOCK =
            Pattern.compile("\\s*+-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----\\s*+");

    private Pem() {}

    static String write(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    /// The bytes of a block.
    ///
    /// @throws IllegalArgumentException if the text is not one block with that label
    static byte[] read(String label, String text) {
        Matcher block = BLOCK.matcher(text);
        if (text.length() > MAX_LENGTH || !block.matches()) {
            throw new IllegalArgumentException("It holds no \"-----BEGIN " + label + "-----\", or more than that.");
        }
        if (block.group(1).equals("ENCRYPTED PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "It is encrypted. Maybe decrypt it first: openssl pkey -in FILE -out KEY.pem");
        }
        if (!block.group(1).equals(label)) {
            throw new IllegalArgumentException("It holds a \"" + block.group(1) + "\", not a \"" + label + "\".");
        }
        try {
            return Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Between its first and last line there is no Base64.", e);
        }
    }
}
