package org.proviso.verification;

import org.proviso.clause.ClauseVersionId;

/// A clause that the verifier cannot take, so that it takes the whole library not.
public final class UnverifiableClauseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ClauseVersionId clause;

    UnverifiableClauseException(ClauseVersionId clause, IllegalArgumentException reason) {
        super(clause + " cannot be verified against: " + reason.getMessage(), reason);
        this.clause = clause;
    }

    public ClauseVersionId clause() {
        return clause;
    }
}
