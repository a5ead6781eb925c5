package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.document.Block;
import org.proviso.verification.ClauseCover.Match;
import org.proviso.verification.ClauseCover.Unit;
import org.proviso.verification.Deviation.Kind;

/// The rules that clauses keep with each other in every document: one clause per family, no conflicts, nothing
/// required that is missing, and one jurisdiction that fits all.
final class Togetherness {

    private final List<Deviation> deviations = new ArrayList<>();
    private final List<Block> blocks;

    private Togetherness(List<Block> blocks) {
        this.blocks = blocks;
    }

    /// @param complete whether the units are all of the document; what a clause requires may otherwise stand in
    ///     the rest, which is a deviation anyway
    static List<Deviation> deviations(List<Block> blocks, List<Unit> units, boolean complete) {
        Togetherness rules = new Togetherness(blocks);
        Map<FamilyId, ClauseVersion> families = new HashMap<>();
        Map<ClauseId, ClauseVersion> ids = new HashMap<>();
        Map<ClauseId, ClauseVersion> excluded = new HashMap<>();
        Set<Jurisdiction> shared = new HashSet<>();
        boolean anywhere = true;
        for (Unit unit : units) {
            Match match = unit.match();
            if (match == null) {
                continue;
            }
            ClauseVersion clause = match.form().clause();
            ClauseVersion same = families.putIfAbsent(clause.family(), clause);
            if (same != null) {
                rules.report(
                        unit,
                        Kind.REPEATED,
                        "The family " + clause.family() + " stands here a second time (" + same.versionId() + ", "
                                + clause.versionId() + ").");
            }
            ClauseVersion other = excluded.get(clause.id());
            for (ClauseId conflict : clause.conflicts()) {
                other = other == null ? ids.get(conflict) : other;
                excluded.putIfAbsent(conflict, clause);
            }
            if (other != null) {
                rules.report(unit, Kind.CONFLICTING, clause.versionId() + " conflicts with " + other.versionId() + ".");
            }
            ids.putIfAbsent(clause.id(), clause);
            if (!clause.jurisdictions().contains(Jurisdiction.ANY)) {
                Set<Jurisdiction> before = Set.copyOf(shared);
                if (anywhere) {
                    shared.addAll(clause.jurisdictions());
                    anywhere = false;
                } else {
                    shared.retainAll(clause.jurisdictions());
                }
                if (shared.isEmpty()) {
                    shared.addAll(before);
                    rules.report(
                            unit,
                            Kind.WRONG_JURISDICTION,
                            clause.versionId() + " is for " + clause.jurisdictions()
                                    + ", but the clauses before it are for " + before + ".");
                }
            }
        }
        if (complete) {
            units.forEach(unit -> rules.requirements(unit, families.keySet()));
        }
        return rules.deviations;
    }

    private void requirements(Unit unit, Set<FamilyId> families) {
        Match match = unit.match();
        if (match != null) {
            match.form().clause().requires().stream()
                    .filter(family -> !families.contains(family))
                    .forEach(family -> report(
                            unit,
                            Kind.INCOMPLETE,
                            match.form().clause().versionId() + " requires the family " + family
                                    + ", which is not in the document."));
        }
    }

    private void report(Unit unit, Kind kind, String reason) {
        deviations.add(Deviation.of(
                blocks.get(unit.start()).start(), blocks.get(unit.end() - 1).end(), kind, reason));
    }
}
