package org.proviso.drafting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;
import org.proviso.library.Condition;
import org.proviso.library.ContractType.Item;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.ValueTexts;

/// What a request says to the conditions of its recipe, before any clause is chosen.
///
/// @param written the values given, else the defaults, written, by slot name; a value that the slot refuses is
///   none
/// @param uses the declarations of all slots that conditions ask
record Answers(SortedMap<String, String> written, Map<String, Use> uses) {

    /// A slot and the clause that declares it; null if the recipe does.
    record Use(Slot slot, @Nullable ClauseVersion clause) {}

    Answers {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        uses = Map.copyOf(uses);
    }

    static Answers of(LibrarySnapshot library, DraftRequest request) {
        TreeSet<String> asked = new TreeSet<>();
        request.contractType().items().forEach(item -> asked.addAll(item.when().slots()));
        Map<String, Use> uses = asked.isEmpty() ? Map.of() : declarations(library, request);
        SortedMap<String, String> written = new TreeMap<>();
        Map<String, Use> kept = new LinkedHashMap<>();
        ValueTexts given = ValueTexts.of("values", request.values(), _ -> {});
        for (String name : asked) {
            Use use = uses.get(name);
            if (use != null) {
                kept.put(name, use);
                SlotValue value = given.names().contains(name)
                        ? given.read(use.slot(), library.slotFormat(), _ -> {}).get(name)
                        : use.slot().defaultValue();
                if (value != null) {
                    written.put(name, library.slotFormat().write(use.slot(), value));
                }
            }
        }
        return new Answers(written, kept);
    }

    /// The recipe's own slots, then those of its clauses in the order of the recipe and of their ladders.
    private static Map<String, Use> declarations(LibrarySnapshot library, DraftRequest request) {
        Map<String, Use> uses = new LinkedHashMap<>();
        request.contractType().slots().forEach((name, slot) -> uses.put(name, new Use(slot, null)));
        for (FamilyId family : request.contractType().families().toList()) {
            for (ClauseVersion clause :
                    library.ladder(family, request.contractType().id(), request.jurisdiction(), request.asOf())) {
                clause.slots().forEach((name, slot) -> uses.putIfAbsent(name, new Use(slot, clause)));
            }
        }
        return uses;
    }

    /// Whether an item is there, as far as the request tells.
    Condition.State state(Item item, DraftRequest request) {
        return item.when().state(request.jurisdiction(), written);
    }
}
