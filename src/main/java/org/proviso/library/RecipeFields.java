package org.proviso.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.Requirement;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;

/// The keys of a recipe: what [ContractTypeFile] reads as the same recipe.
final class RecipeFields {

    private RecipeFields() {}

    static Map<String, Object> of(ContractType recipe) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", recipe.id().value());
        fields.put("title", recipe.title());
        fields.put("description", recipe.description());
        fields.put("jurisdictions", ClauseFields.texts(recipe.jurisdictions()));
        if (!recipe.slots().isEmpty()) {
            fields.put("slots", ClauseFields.slots(recipe.slots()));
        }
        fields.put(
                "sections",
                recipe.sections().stream().map(RecipeFields::section).toList());
        return fields;
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> fields = new LinkedHashMap<>();
        String heading = section.heading();
        if (heading != null) {
            fields.put("heading", heading);
        }
        int shared = shared(section.items());
        if (shared > 0) {
            fields.put(
                    "when",
                    when(section.items().getFirst().when().requirements().subList(0, shared)));
        }
        fields.put(
                "clauses",
                section.items().stream().map(item -> item(item, shared)).toList());
        return fields;
    }

    private static Map<String, Object> item(Item item, int shared) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("family", item.family().value());
        if (item.optional()) {
            fields.put("optional", true);
            if (item.included()) {
                fields.put("default", "include");
            }
        }
        if (item.title()) {
            fields.put("style", "title");
        }
        List<Requirement> requirements = item.when().requirements();
        if (requirements.size() > shared) {
            fields.put("when", when(requirements.subList(shared, requirements.size())));
        }
        return fields;
    }

    /// How many requirements the section states for its items: none, unless one of them asks for the same
    /// twice, which a mapping cannot say.
    private static int shared(List<Item> items) {
        for (int shared = 0; ; shared++) {
            int split = shared;
            if (items.stream().allMatch(item -> isSplit(item.when().requirements(), split))) {
                return shared;
            }
        }
    }

    private static boolean isSplit(List<Requirement> requirements, int at) {
        int split = Math.min(at, requirements.size());
        return eachOnce(requirements.subList(0, split)) && eachOnce(requirements.subList(split, requirements.size()));
    }

    private static boolean eachOnce(List<Requirement> requirements) {
        Set<String> names = new HashSet<>();
        return requirements.stream().allMatch(requirement -> names.add(name(requirement)));
    }

    private static String name(Requirement requirement) {
        return switch (requirement) {
            case Law _ -> ConditionReader.LAW;
            case Answer answer -> answer.slot();
        };
    }

    private static Map<String, Object> when(List<Requirement> requirements) {
        Map<String, Object> when = new LinkedHashMap<>();
        for (Requirement requirement : requirements) {
            List<String> anyOf = new ArrayList<>(
                    switch (requirement) {
                        case Law law -> ClauseFields.texts(law.anyOf());
                        case Answer answer -> answer.anyOf();
                    });
            when.put(name(requirement), anyOf);
        }
        return when;
    }
}
