package org.proviso.clause;

/// The name of a clause, the same for all its versions, such as `confidentiality.use`.
public record ClauseId(String value) implements Comparable<ClauseId> {

    public ClauseId {
        Identifiers.require("clause id", value);
    }

    @Override
    public int compareTo(ClauseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
