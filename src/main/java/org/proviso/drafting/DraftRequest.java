package org.proviso.drafting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.library.ContractType;

/// What to draft.
///
/// @param asOf the day whose clauses are used
/// @param values the user's values by slot name, cells of rows as [org.proviso.library.ValueTexts] names
///   them, in a form that [org.proviso.clause.SlotFormat#read] takes
/// @param positions the positions asked for; other families take the first of their ladder
/// @param include optional families that are wanted
/// @param exclude optional families that are not
public record DraftRequest(
        ContractType contractType,
        Jurisdiction jurisdiction,
        LocalDate asOf,
        SortedMap<String, String> values,
        SortedMap<FamilyId, Position> positions,
        SortedSet<FamilyId> include,
        SortedSet<FamilyId> exclude) {

    public DraftRequest {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        include = Collections.unmodifiableSortedSet(new TreeSet<>(include));
        exclude = Collections.unmodifiableSortedSet(new TreeSet<>(exclude));
    }

    public static DraftRequest of(
            ContractType contractType, Jurisdiction jurisdiction, LocalDate asOf, Map<String, String> values) {
        return new DraftRequest(
                contractType,
                jurisdiction,
                asOf,
                new TreeMap<>(values),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }
}
