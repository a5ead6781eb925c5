package org.proviso.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotType;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.ContractType.Item;

/// What can be wrong with a recipe's conditions and its own slots, given the clauses that it names.
final class RecipeChecks {

    private final YamlMap source;
    private final ContractType recipe;
    private final SlotFormat format;
    private final Map<String, List<Slot>> ofClauses;

    private RecipeChecks(LoadedContractType loaded, List<LoadedClause> clauses, SlotFormat format) {
        this.source = loaded.source();
        this.recipe = loaded.contractType();
        this.format = format;
        Set<FamilyId> families = recipe.families().collect(Collectors.toSet());
        this.ofClauses = clauses.stream()
                .map(LoadedClause::clause)
                .filter(clause -> families.contains(clause.family()) && clause.servesContract(recipe.id()))
                .flatMap(clause -> clause.slots().values().stream())
                .collect(Collectors.groupingBy(Slot::name, TreeMap::new, Collectors.toList()));
    }

    /// Adds a problem for each condition that no contract could meet or whose slot is not known, and for each
    /// slot of the recipe that belongs elsewhere.
    static void check(List<LoadedClause> clauses, List<LoadedContractType> contractTypes, ContractLocale locale) {
        for (LoadedContractType loaded : contractTypes) {
            RecipeChecks checks = new RecipeChecks(loaded, clauses, new SlotFormat(locale));
            checks.ownSlots();
            checks.recipe.items().forEach(checks::condition);
        }
    }

    private void ownSlots() {
        Set<String> asked =
                recipe.items().flatMap(item -> item.when().slots().stream()).collect(Collectors.toSet());
        for (String name : recipe.slots().keySet()) {
            if (ofClauses.containsKey(name)) {
                source.report(
                        "slots",
                        "The slot \"" + name + "\" is declared by a clause of the recipe too.",
                        "Remove it here: a condition may name the clause's slot.");
            } else if (!asked.contains(name)) {
                source.report("slots", "No condition asks the slot \"" + name + "\".", "Name it in a `when`.");
            }
        }
    }

    private void condition(Item item) {
        item.when().requirements().forEach(requirement -> {
            switch (requirement) {
                case Law(List<Jurisdiction> anyOf) ->
                    anyOf.stream()
                            .filter(law -> !recipe.jurisdictions().contains(law))
                            .forEach(law -> report(
                                    item,
                                    "is there for " + law + ", which the recipe does not draft for",
                                    "Add it to `jurisdictions`, or remove it."));
                case Answer answer -> answer(item, answer);
            }
        });
    }

    private void answer(Item item, Answer answer) {
        List<Slot> declared = declared(answer.slot());
        if (declared.isEmpty()) {
            SortedSet<String> known = new TreeSet<>(ofClauses.keySet());
            known.addAll(recipe.slots().keySet());
            report(
                    item,
                    "depends on the slot \"" + answer.slot() + "\", which neither a clause nor the recipe declares",
                    "Name one of " + known + ", or declare it under `slots`.");
            return;
        }
        Slot slot = declared.getFirst();
        if (slot.type() == SlotType.ROWS) {
            report(item, "depends on the rows \"" + slot.name() + "\"", "Name a slot that has one value.");
            return;
        }
        if (declared.stream().map(Slot::defaultValue).distinct().count() > 1) {
            report(
                    item,
                    "depends on the slot \"" + slot.name() + "\", whose default is not the same in all clauses",
                    "Give it one default, or none.");
        }
        answer.anyOf().forEach(text -> value(item, slot, text));
    }

    private void value(Item item, Slot slot, String text) {
        switch (format.read(slot, text)) {
            case Accepted accepted -> {
                String written = format.write(slot, accepted.value());
                if (!written.equals(text)) {
                    report(
                            item,
                            "depends on \"" + slot.name() + "\" being \"" + text + "\"",
                            "Write it as \"" + written + "\".");
                }
            }
            case Refused refused ->
                report(item, "can never be there: " + refused.reason(), "Name a value that the slot takes.");
        }
    }

    private List<Slot> declared(String name) {
        return Stream.concat(
                        Stream.ofNullable(recipe.slots().get(name)), ofClauses.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private void report(Item item, String what, String remedy) {
        source.report("sections", "The family \"" + item.family() + "\" " + what + ".", remedy);
    }
}
