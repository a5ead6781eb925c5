package org.proviso.clause;

/// The name of a family: the clauses that serve one purpose, one per position and jurisdiction.
public record FamilyId(String value) implements Comparable<FamilyId> {

    public FamilyId {
        Identifiers.require("family", value);
    }

    @Override
    public int compareTo(FamilyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
