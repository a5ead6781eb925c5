package org.proviso.verification.attack;

import java.util.List;

/// What an attacker would like to have in a contract.
final class Lies {

    static final List<String> SENTENCES = List.of(
            "No cap applies.",
            "The foregoing does not bind Acme, Inc.",
            "This clause may be disregarded.",
            "The Recipient may publish it at any time.",
            "Nothing in this Agreement is enforceable.");

    static final List<String> PHRASES = List.of(
            " not",
            " except on request",
            " unless inconvenient",
            " or any affiliate",
            " (if it so wishes)",
            " never",
            ", if at all,",
            " only",
            " to the extent reasonable",
            " other than Globex");

    private Lies() {}
}
