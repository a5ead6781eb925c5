package org.proviso.verification.attack;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;

/// A library and the values that a user confirmed.
///
/// @param jurisdiction the one that is asked for, or null
/// @param printed the values as a contract prints them, by slot name
/// @param flags the flags that are set
/// @param rows the number of rows by name
record Deal(
        String name,
        LibrarySnapshot library,
        LocalDate asOf,
        @Nullable Jurisdiction jurisdiction,
        Map<String, String> printed,
        Set<String> flags,
        Map<String, Integer> rows) {

    TemplateFiller filler(UnaryOperator<String> references) {
        return new TemplateFiller(printed, flags, rows, references);
    }

    /// The same deal with no jurisdiction asked for.
    Deal anywhere() {
        return new Deal(name, library, asOf, null, printed, flags, rows);
    }

    /// The versions that may be used and whose values are all given; texts here are printed in plain letters, so none
    /// that has to be conspicuous.
    List<ClauseVersion> usable() {
        Collection<ClauseVersion> all = library.clauses();
        return all.stream()
                .filter(this::isValid)
                .filter(clause -> !clause.conspicuous())
                .filter(clause -> all.stream()
                        .filter(other -> other.id().equals(clause.id()) && hasBegun(other))
                        .max(Comparator.comparing(other -> other.versionId().version()))
                        .orElseThrow()
                        .equals(clause))
                .filter(clause -> jurisdiction == null || clause.fits(jurisdiction))
                .filter(clause ->
                        filler(family -> family).missing(clause.text().source()).isEmpty())
                .toList();
    }

    private boolean isValid(ClauseVersion clause) {
        LocalDate until = clause.validity().until();
        return clause.status() == Status.APPROVED && hasBegun(clause) && (until == null || asOf.isBefore(until));
    }

    private boolean hasBegun(ClauseVersion clause) {
        LocalDate from = clause.validity().from();
        return clause.status() != Status.DRAFT && (from == null || !asOf.isBefore(from));
    }

    /// The same values as a request carries them.
    Map<String, SlotValue> expected() {
        Map<String, SlotValue> expected = new TreeMap<>();
        for (ClauseVersion clause : library.clauses()) {
            clause.slots().values().forEach(slot -> {
                if (slot.type() == SlotType.FLAG) {
                    expected.put(slot.name(), new Flag(flags.contains(slot.name())));
                } else if (slot.type() == SlotType.ROWS) {
                    int count = rows.getOrDefault(slot.name(), 1);
                    expected.put(slot.name(), Quantity.count(count));
                    for (int row = 1; row <= count; row++) {
                        for (Slot column : slot.columns().values()) {
                            read(column.withName(Slot.inRow(slot.name(), row, column.name())), expected);
                        }
                    }
                } else {
                    read(slot, expected);
                }
            });
        }
        return expected;
    }

    private void read(Slot slot, Map<String, SlotValue> expected) {
        String words = printed.get(slot.name());
        if (words != null && library.slotFormat().parse(slot, words) instanceof Accepted(SlotValue value)) {
            expected.put(slot.name(), value);
        }
    }
}
