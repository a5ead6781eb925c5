package org.proviso.clause;

/// The name of a recipe, such as `mutual-nda`.
public record ContractTypeId(String value) implements Comparable<ContractTypeId> {

    public ContractTypeId {
        Identifiers.require("contract type", value);
    }

    @Override
    public int compareTo(ContractTypeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
