package org.proviso.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.FamilyId;
import org.proviso.drafting.Selection.Choice;
import org.proviso.drafting.Selection.ChosenSection;

/// The numbers of a contract: its headings and the labels of its clauses, known before any text is printed.
///
/// @param places every clause in the order of the contract
record Labels(List<Place> places) {

    /// @param section the printed heading with its number, if it stands right above; else null
    /// @param label such as `2.1`; empty for frames
    record Place(Choice choice, @Nullable String section, String label) {}

    static Labels of(Selection selection) {
        List<Place> places = new ArrayList<>();
        int section = 0;
        for (ChosenSection chosen : selection.sections()) {
            String heading = chosen.heading();
            section += heading == null ? 0 : 1;
            int clause = 0;
            for (Choice choice : chosen.choices()) {
                clause++;
                places.add(new Place(
                        choice,
                        clause == 1 && heading != null ? section + ". " + heading : null,
                        heading == null ? "" : section + "." + clause));
            }
        }
        return new Labels(List.copyOf(places));
    }

    /// The label of the first clause of each family; empty for a family that stands without one.
    SortedMap<FamilyId, String> byFamily() {
        SortedMap<FamilyId, String> labels = new TreeMap<>();
        places.forEach(place -> labels.putIfAbsent(place.choice().clause().family(), place.label()));
        return labels;
    }
}
