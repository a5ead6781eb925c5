package org.proviso.clause;

import java.util.regex.Pattern;

/// Proviso's own mark for a slot without a value, `⟦term⟧`: one reserved token that no slot grammar accepts and
/// no clause may contain.
public final class Placeholder {

    /// Matches one placeholder; group 1 is the name: a slot's, a column's in a row, or a reference's.
    public static final Pattern PATTERN =
            Pattern.compile("⟦((?:ref:)?[a-z][a-z0-9.-]*(?:\\[[0-9]{1,2}]\\.[a-z][a-z0-9.-]*)?)⟧");

    /// No placeholder is longer.
    public static final int MAX_LENGTH = 2 * Identifiers.MAX_LENGTH + 12;

    private Placeholder() {}

    public static String of(String slot) {
        return "⟦" + slot + "⟧";
    }

    /// The name that a placeholder stands for.
    public static String name(String placeholder) {
        return placeholder.substring(1, placeholder.length() - 1);
    }
}
