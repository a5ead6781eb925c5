package org.proviso.review;

import java.time.LocalDate;
import java.util.Map;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.Status;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibrarySources;
import org.proviso.library.LibrarySources.Place;
import org.proviso.library.LintRule;

/// Slots that a drafter could not ask for well.
final class SlotRules {

    private final LibrarySnapshot library;
    private final LibrarySources sources;
    private final LocalDate asOf;
    private final Findings findings;

    SlotRules(LibrarySnapshot library, LibrarySources sources, LocalDate asOf, Findings findings) {
        this.library = library;
        this.sources = sources;
        this.asOf = asOf;
        this.findings = findings;
    }

    /// Checks what is in force or may come to be; versions that were replaced stay as they were.
    void check() {
        for (ClauseVersion clause : library.clauses()) {
            boolean past = clause.status() == Status.RETIRED
                    || library.successor(clause, asOf).isPresent();
            if (!past && !clause.slots().isEmpty()) {
                check(clause.slots(), "", sources.key(clause.versionId(), "slots"));
            }
        }
        for (ContractType recipe : library.contractTypes()) {
            if (!recipe.slots().isEmpty()) {
                check(recipe.slots(), "", sources.slots(recipe.id()));
            }
        }
    }

    private void check(Map<String, Slot> slots, String rows, Place place) {
        slots.forEach((name, slot) -> {
            String what = rows.isEmpty() ? "The slot \"" + name + "\"" : "The column \"" + rows + "." + name + "\"";
            if (slot.ask().isEmpty()) {
                findings.report(
                        LintRule.SLOT_QUESTION,
                        place,
                        what + " has no question.",
                        "Add `ask: …`, a whole question that a business user can answer.");
            }
            if (isOpen(slot)) {
                findings.report(
                        LintRule.SLOT_BOUND,
                        place,
                        what + ", a " + slot.type() + ", is not bounded on both sides.",
                        "Add `min` and `max`, so that a slip of the pen is refused.");
            }
            check(slot.columns(), name, place);
        });
    }

    /// Money is left open, since its bounds would tie it to one currency; a percent ends at 100 by itself.
    private static boolean isOpen(Slot slot) {
        return (slot.type() == SlotType.DURATION || slot.type() == SlotType.INTEGER)
                && (slot.min() == null || slot.max() == null);
    }
}
