package org.proviso.certificate;

import java.util.Arrays;
import java.util.Base64;
import org.proviso.clause.Excerpt;

/// Base64 as DSSE has it: written in the standard alphabet with padding, read in that or the URL-safe one.
final class Base64Text {

    private Base64Text() {}

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if it is no Base64, or not as an encoder writes it
    static byte[] read(String text) {
        boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        Base64.Decoder decoder = urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
        Base64.Encoder encoder = urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
        byte[] bytes;
        try {
            bytes = decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
        // Within its last four characters a decoder takes what no encoder writes.
        int whole = bytes.length / 3;
        byte[] last = Arrays.copyOfRange(bytes, 3 * whole, bytes.length);
        String end = text.substring(Math.min(4 * whole, text.length()));
        if (!end.equals(encoder.encodeToString(last))
                && !end.equals(encoder.withoutPadding().encodeToString(last))) {
            throw refused(text);
        }
        return bytes;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not Base64.");
    }
}
