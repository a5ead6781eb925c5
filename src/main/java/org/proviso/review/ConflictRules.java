package org.proviso.review;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;
import org.proviso.review.PlannedContract.Place;

/// Conflicts that contradict what else the library says.
final class ConflictRules {

    private final LibrarySources sources;
    private final Findings findings;

    ConflictRules(LibrarySources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /// @param inForce all clauses that are
    void check(List<PlannedContract> contracts, List<ClauseVersion> inForce) {
        Map<ClauseId, ClauseVersion> byId =
                inForce.stream().collect(Collectors.toMap(ClauseVersion::id, Function.identity()));
        for (ClauseVersion clause : inForce) {
            for (ClauseId id : clause.conflicts()) {
                ClauseVersion other = byId.get(id);
                if (other != null && other.family().equals(clause.family())) {
                    report(
                            clause,
                            clause.versionId() + " conflicts with " + id
                                    + " of its own family, of which a contract has one clause anyway.",
                            null);
                }
            }
        }
        contracts.forEach(this::check);
    }

    private void check(PlannedContract contract) {
        for (Place place : contract.places()) {
            for (ClauseVersion clause : place.ladder()) {
                for (Place other : contract.places()) {
                    if (other != place) {
                        check(clause, place, other, contract);
                    }
                }
            }
        }
    }

    private void check(ClauseVersion clause, Place place, Place other, PlannedContract contract) {
        boolean excluded = other.all(rival -> conflict(clause, rival));
        FamilyId family = other.family();
        if (excluded && clause.requires().contains(family)) {
            report(
                    clause,
                    clause.versionId() + " requires the family " + family + " and conflicts with every clause of it.",
                    contract);
        } else if (excluded && contract.isThereWith(other, place)) {
            report(
                    clause,
                    clause.versionId() + " can never be used: it conflicts with every clause of the family " + family
                            + ", which is always there.",
                    contract);
        } else if (place.byDefault()
                && other.byDefault()
                && !other.ladder().isEmpty()
                && clause.equals(place.ladder().getFirst())
                && clause.conflicts().contains(other.ladder().getFirst().id())) {
            report(
                    clause,
                    clause.versionId() + " conflicts with "
                            + other.ladder().getFirst().versionId()
                            + ", though a draft takes both unless it is asked otherwise.",
                    contract);
        }
    }

    private static boolean conflict(ClauseVersion one, ClauseVersion other) {
        return one.conflicts().contains(other.id()) || other.conflicts().contains(one.id());
    }

    private void report(ClauseVersion clause, String message, @Nullable PlannedContract contract) {
        LibrarySources.Place place = sources.key(clause.versionId(), "conflicts");
        String remedy = "Remove the conflict, or write clauses that go together.";
        if (contract == null) {
            findings.report(LintRule.CONTRADICTORY_CONFLICTS, place, message, remedy);
        } else {
            findings.report(LintRule.CONTRADICTORY_CONFLICTS, place, message, remedy, contract);
        }
    }
}
