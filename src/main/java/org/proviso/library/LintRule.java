package org.proviso.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What `proviso library lint` looks for. `src/docs/library-review.md` says what each rule means.
public enum LintRule {
    /// A problem that keeps the library from loading.
    LOAD(Severity.ERROR),
    /// A wording that is not what the lock says.
    LOCK(Severity.ERROR),
    FAMILY_GAP(Severity.ERROR),
    DANGLING_REQUIRES(Severity.ERROR),
    DANGLING_REF(Severity.ERROR),
    CONTRADICTORY_CONFLICTS(Severity.ERROR),
    TERM_UNDEFINED(Severity.ERROR),
    TERM_UNUSED(Severity.ERROR),
    TERM_REPEATED(Severity.ERROR),
    CYCLIC_REQUIRES(Severity.WARNING),
    CYCLIC_REF(Severity.WARNING),
    TERM_UNDECLARED(Severity.WARNING),
    TERM_ABSENT(Severity.WARNING),
    TERM_UNKNOWN(Severity.WARNING),
    SLOT_QUESTION(Severity.WARNING),
    SLOT_BOUND(Severity.WARNING),
    SAME_TEXT(Severity.WARNING),
    NEAR_DUPLICATE(Severity.WARNING),
    EXPIRING(Severity.WARNING),
    LADDER_GAP(Severity.WARNING),
    UNREACHABLE(Severity.WARNING),
    UNLOCKED(Severity.WARNING);

    /// How bad a finding is.
    public enum Severity {
        /// A change that brings it should not be merged.
        ERROR,
        WARNING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;

    LintRule(Severity severity) {
        this.severity = severity;
    }

    /// What a finding is if the library does not say otherwise.
    public Severity severity() {
        return severity;
    }

    /// Whether a library may switch it; what keeps it from loading is no matter of taste.
    public boolean isSwitchable() {
        return this != LOAD && this != LOCK;
    }

    /// The rule of an id such as `family-gap`.
    public static Optional<LintRule> named(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.toString().equals(id))
                .findFirst();
    }

    /// The id.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
