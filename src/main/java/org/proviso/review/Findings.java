package org.proviso.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySources.Place;
import org.proviso.library.LintRule;
import org.proviso.library.LintSettings;

/// Collects findings. What is the same in several contracts is one finding that names them.
final class Findings {

    /// A finding without the contracts that it is true of.
    private record Key(LintRule rule, Place place, String message, String remedy) {}

    private final LintSettings settings;
    private final Map<Key, Map<ContractTypeId, Set<Jurisdiction>>> found = new LinkedHashMap<>();

    Findings(LintSettings settings) {
        this.settings = settings;
    }

    boolean isOn(LintRule rule) {
        return settings.severity(rule).isPresent();
    }

    /// Reports what is true of the library, whatever the contract.
    void report(LintRule rule, Place place, String message, String remedy) {
        found.computeIfAbsent(new Key(rule, place, message, remedy), _ -> new LinkedHashMap<>());
    }

    /// Reports what is true of a contract.
    void report(LintRule rule, Place place, String message, String remedy, PlannedContract contract) {
        found.computeIfAbsent(new Key(rule, place, message, remedy), _ -> new LinkedHashMap<>())
                .computeIfAbsent(contract.recipe().id(), _ -> new LinkedHashSet<>())
                .add(contract.law());
    }

    /// All findings whose rules are on, sorted.
    List<Finding> sorted() {
        List<Finding> findings = new ArrayList<>();
        found.forEach((key, contracts) -> settings.severity(key.rule)
                .ifPresent(severity -> findings.add(new Finding(
                        key.rule,
                        severity,
                        key.place.file(),
                        key.place.line(),
                        key.message + (contracts.isEmpty() ? "" : " (" + named(contracts) + ")"),
                        key.remedy))));
        return findings.stream().sorted().toList();
    }

    private static String named(Map<ContractTypeId, Set<Jurisdiction>> contracts) {
        return contracts.entrySet().stream()
                .map(entry -> entry.getKey() + " in "
                        + entry.getValue().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
