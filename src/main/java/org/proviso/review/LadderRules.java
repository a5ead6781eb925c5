package org.proviso.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Position;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;
import org.proviso.library.LintSettings;
import org.proviso.review.PlannedContract.Place;

/// Which clauses are there for a contract, today and soon, and which are there for none.
final class LadderRules {

    private final LibrarySnapshot library;
    private final LibrarySources sources;
    private final LocalDate asOf;
    private final Findings findings;

    LadderRules(LibrarySnapshot library, LibrarySources sources, LocalDate asOf, Findings findings) {
        this.library = library;
        this.sources = sources;
        this.asOf = asOf;
        this.findings = findings;
    }

    void check(List<PlannedContract> contracts) {
        Set<ClauseVersionId> reached = new HashSet<>();
        for (PlannedContract contract : contracts) {
            contract.clauses().forEach(clause -> reached.add(clause.versionId()));
            contract.places().forEach(place -> check(place, contract));
        }
        for (ClauseVersion clause : library.inForce(asOf)) {
            if (!contracts.isEmpty() && !reached.contains(clause.versionId())) {
                findings.report(
                        LintRule.UNREACHABLE,
                        sources.key(clause.versionId(), "family"),
                        "No recipe can reach " + clause.versionId() + ": none has its family " + clause.family()
                                + " where it may be used.",
                        "Name the family in a recipe, widen `jurisdictions` or `contracts`, or retire the clause.");
            }
            expiring(clause);
        }
        unlocked();
    }

    private void check(Place place, PlannedContract contract) {
        List<ClauseVersion> ladder = place.ladder();
        if (ladder.isEmpty()) {
            findings.report(
                    LintRule.FAMILY_GAP,
                    sources.item(contract.recipe().id(), place.family()),
                    "On " + asOf + " the family " + place.family() + " has no approved clause.",
                    "Write one, or take the jurisdiction out of the recipe or the family's `when`.",
                    contract);
        }
        int rank = 0;
        for (ClauseVersion clause : ladder) {
            if (clause.position().rank() > rank) {
                findings.report(
                        LintRule.LADDER_GAP,
                        sources.key(clause.versionId(), "position"),
                        clause.versionId() + " is " + clause.position() + ", but the family " + place.family()
                                + " has nothing at " + new Position(rank) + ".",
                        "Write that position, or move this one up.",
                        contract);
            }
            rank = clause.position().rank() + 1;
        }
    }

    private void expiring(ClauseVersion clause) {
        LintSettings settings = library.settings().lint();
        LocalDate until = clause.validity().until();
        if (until != null
                && !until.isAfter(asOf.plusDays(settings.expiringDays()))
                && library.inForce(clause.id(), until).isEmpty()) {
            findings.report(
                    LintRule.EXPIRING,
                    sources.key(clause.versionId(), "valid"),
                    clause.versionId() + " is in force only until " + until + ", and nothing follows it.",
                    "Have it approved for longer, or write the version that follows.");
        }
    }

    private void unlocked() {
        List<ClauseVersion> open = library.clauses().stream()
                .filter(clause -> clause.status() != Status.DRAFT && !sources.isLocked(clause.versionId()))
                .toList();
        if (!open.isEmpty() && open.size() == library.clauses().size()) {
            findings.report(
                    LintRule.UNLOCKED,
                    new LibrarySources.Place("library.yaml", 1),
                    "No wording is locked, so a text may change under its number.",
                    "Run `proviso library lock`.");
            return;
        }
        for (ClauseVersion clause : open) {
            findings.report(
                    LintRule.UNLOCKED,
                    sources.key(clause.versionId(), "version"),
                    "library.lock does not hold " + clause.versionId() + ", whose text may change under its number.",
                    "Run `proviso library lock`.");
        }
    }
}
