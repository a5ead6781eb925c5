package org.proviso.clause;

import java.util.Locale;

/// The lifecycle of a clause version; only an approved one is drafted from and verified against.
public enum Status {
    DRAFT,
    APPROVED,
    RETIRED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
