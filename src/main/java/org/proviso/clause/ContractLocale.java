package org.proviso.clause;

import java.util.Arrays;
import java.util.Optional;

/// How a library prints dates; numbers, money and number words are the same in both.
public enum ContractLocale {
    EN_US("en-US"),
    EN_GB("en-GB");

    private final String tag;

    ContractLocale(String tag) {
        this.tag = tag;
    }

    public static Optional<ContractLocale> tagged(String tag) {
        return Arrays.stream(values()).filter(locale -> locale.tag.equals(tag)).findFirst();
    }

    @Override
    public String toString() {
        return tag;
    }
}
