package org.proviso.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;
import org.proviso.review.PlannedContract.Place;

/// Families that clauses need beside them, and whether they are there.
final class DependencyRules {

    private final LibrarySources sources;
    private final Findings findings;

    DependencyRules(LibrarySources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    void check(List<PlannedContract> contracts) {
        for (PlannedContract contract : contracts) {
            for (Place place : contract.places()) {
                place.ladder().forEach(clause -> {
                    clause.requires().forEach(family -> required(clause, family, place, contract));
                    clause.text().references().forEach(family -> referred(clause, family, place, contract));
                });
            }
            cycles(contract, LintRule.CYCLIC_REQUIRES, ClauseVersion::requires, "requires");
            cycles(contract, LintRule.CYCLIC_REF, clause -> clause.text().references(), "refers to");
        }
    }

    private void required(ClauseVersion clause, FamilyId family, Place place, PlannedContract contract) {
        Place other = contract.place(family);
        String lack = lack(clause, other, place, contract);
        if (lack != null) {
            findings.report(
                    LintRule.DANGLING_REQUIRES,
                    sources.key(clause.versionId(), "requires"),
                    clause.versionId() + " requires the family " + family + ", which " + lack + ".",
                    "Name it in the recipe for every contract that may have this clause, or do not require it.",
                    contract);
        }
    }

    private void referred(ClauseVersion clause, FamilyId family, Place place, PlannedContract contract) {
        Place other = contract.place(family);
        String lack =
                other != null && !other.labelled() ? "stands without a label" : lack(clause, other, place, contract);
        if (lack != null) {
            findings.report(
                    LintRule.DANGLING_REF,
                    sources.text(
                            clause.versionId(),
                            Math.max(0, clause.text().source().indexOf(family.value()))),
                    clause.versionId() + " refers to the family " + family + ", which " + lack + ".",
                    "Name it in the recipe under a heading, for every contract that may have this clause.",
                    contract);
        }
    }

    /// Why a family is not beside a clause that needs it; null if it is. What is asked for in another position may
    /// have to be asked for together with what it needs; what is drafted unasked may not.
    private static @Nullable String lack(
            ClauseVersion clause, @Nullable Place other, Place place, PlannedContract contract) {
        if (other == null) {
            return "is not there";
        }
        boolean unasked = clause.equals(place.ladder().getFirst());
        return unasked && !contract.isDraftedWith(other, place) ? "is there only if it is included or due" : null;
    }

    /// Reports each group of families that need each other, once, at its first clause.
    private void cycles(
            PlannedContract contract, LintRule rule, Function<ClauseVersion, Collection<FamilyId>> needs, String verb) {
        Map<FamilyId, Set<FamilyId>> edges = new TreeMap<>();
        for (Place place : contract.places()) {
            edges.put(
                    place.family(),
                    place.ladder().stream()
                            .flatMap(clause -> needs.apply(clause).stream())
                            .filter(family -> contract.place(family) != null)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        Set<FamilyId> reported = new LinkedHashSet<>();
        for (FamilyId family : edges.keySet()) {
            List<FamilyId> cycle = reported.contains(family) ? List.of() : cycle(family, edges);
            if (!cycle.isEmpty() && reported.addAll(cycle)) {
                ClauseVersion clause = first(contract, cycle, needs);
                findings.report(
                        rule,
                        rule == LintRule.CYCLIC_REF
                                ? sources.text(
                                        clause.versionId(),
                                        Math.max(0, clause.text().source().indexOf("{{ref")))
                                : sources.key(clause.versionId(), "requires"),
                        "A family " + verb + " itself: "
                                + cycle.stream().map(FamilyId::value).collect(Collectors.joining(" → ")) + " → "
                                + family + ".",
                        "Leave out one of them.",
                        contract);
            }
        }
    }

    private static ClauseVersion first(
            PlannedContract contract, List<FamilyId> cycle, Function<ClauseVersion, Collection<FamilyId>> needs) {
        FamilyId next = cycle.get(cycle.size() > 1 ? 1 : 0);
        return contract.places().stream()
                .filter(place -> place.family().equals(cycle.getFirst()))
                .flatMap(place -> place.ladder().stream())
                .filter(clause -> needs.apply(clause).contains(next))
                .findFirst()
                .orElseThrow();
    }

    /// The shortest way from a family back to it; empty if there is none.
    private static List<FamilyId> cycle(FamilyId start, Map<FamilyId, Set<FamilyId>> edges) {
        Map<FamilyId, FamilyId> from = new TreeMap<>();
        List<FamilyId> open = new ArrayList<>(List.of(start));
        for (int i = 0; i < open.size(); i++) {
            for (FamilyId next : edges.getOrDefault(open.get(i), Set.of())) {
                if (next.equals(start)) {
                    List<FamilyId> cycle = new ArrayList<>();
                    for (FamilyId family = open.get(i); family != null; family = from.get(family)) {
                        cycle.addFirst(family);
                    }
                    return cycle;
                }
                if (from.putIfAbsent(next, open.get(i)) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }
}
