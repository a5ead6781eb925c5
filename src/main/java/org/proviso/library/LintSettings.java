package org.proviso.library;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proviso.library.LintRule.Severity;

/// What a library says of its own lint: the key `lint` of `library.yaml`.
///
/// @param switched the rules that it switches; empty for one that is off
/// @param expiringDays within how many days a clause that ends is reported
/// @param names proper names that its clauses mention, which are no defined terms
public record LintSettings(Map<LintRule, Optional<Severity>> switched, int expiringDays, List<String> names) {

    public static final int DEFAULT_EXPIRING_DAYS = 90;

    /// Of a library that says nothing.
    public static final LintSettings DEFAULT = new LintSettings(Map.of(), DEFAULT_EXPIRING_DAYS, List.of());

    public LintSettings {
        switched = switched.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(switched));
        names = List.copyOf(names);
        if (expiringDays < 0) {
            throw new IllegalArgumentException("expiring-days is " + expiringDays + ", less than 0.");
        }
    }

    /// How bad a finding of a rule is; empty if the rule is off.
    public Optional<Severity> severity(LintRule rule) {
        return switched.getOrDefault(rule, Optional.of(rule.severity()));
    }
}
