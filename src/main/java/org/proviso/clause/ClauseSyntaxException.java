package org.proviso.clause;

/// A clause's text is not a template; the offset is that of the first character that is wrong.
public final class ClauseSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public ClauseSyntaxException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
