package org.proviso.evaluation;

import java.util.Optional;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.Token;

/// Why a text cannot be a clause.
enum Unusable {
    EMPTY("without text"),
    TAMPERED("with tampered text"),
    PLACEHOLDER("with a placeholder");

    private final String words;

    Unusable(String words) {
        this.words = words;
    }

    /// The first reason that holds; empty for a text that can be a clause.
    static Optional<Unusable> why(CanonicalDocument text) {
        if (text.blocks().isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (text.tokens().anyMatch(token -> token.kind() == Token.Kind.TAMPERED)) {
            return Optional.of(TAMPERED);
        }
        return text.tokens().anyMatch(token -> token.kind() == Token.Kind.PLACEHOLDER)
                ? Optional.of(PLACEHOLDER)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return words;
    }
}
