package org.proviso.certificate;

import java.util.Locale;

/// What a certificate is about, as its signer states it.
public enum Scope {
    /// The clauses, each for itself.
    CLAUSES,
    /// A contract that has all that its contract type asks for.
    CONTRACT;

    static Scope parse(String text) {
        for (Scope scope : values()) {
            if (scope.toString().equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("It is neither \"clauses\" nor \"contract\".");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
