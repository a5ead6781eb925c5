package org.proviso.clause;

import java.util.regex.Pattern;

/// The one shape that ids of clauses, families, contract types and slots share.
final class Identifiers {

    static final int MAX_LENGTH = 80;
    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");

    private Identifiers() {}

    /// Returns `value` if it is lower-case words joined by dots or hyphens.
    ///
    /// @throws IllegalArgumentException naming `what` and the value otherwise
    static String require(String what, String value) {
        if (value.length() > MAX_LENGTH || !DOTTED.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(value) + "\" is not a " + what
                    + ": write lower-case letters and digits, joined by dots or hyphens, at most " + MAX_LENGTH
                    + " characters, such as \"confidentiality.use\".");
        }
        return value;
    }
}
