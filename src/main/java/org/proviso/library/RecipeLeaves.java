package org.proviso.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.Requirement;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;

/// What the trees of a library say of its settings and recipes.
final class RecipeLeaves {

    private RecipeLeaves() {}

    /// The settings that decide what a document has to say: a leaf of the frames.
    static Map<String, Object> frame(LibrarySettings settings) {
        return Map.of(
                "library", settings.id(),
                "language", settings.language(),
                "locale", settings.locale().toString());
    }

    static Map<String, Object> heading(SectionHeading heading) {
        return Map.of(
                "contract-type", heading.contractType().value(),
                "heading", heading.heading(),
                "family", heading.family().value());
    }

    /// Every heading that a recipe puts over a family, each once, sorted.
    static List<SectionHeading> headings(Collection<ContractType> contractTypes) {
        return contractTypes.stream()
                .flatMap(recipe -> recipe.sections().stream()
                        .filter(section -> section.heading() != null)
                        .flatMap(section -> section.items().stream()
                                .map(item -> new SectionHeading(
                                        recipe.id(), Objects.requireNonNull(section.heading()), item.family()))))
                .distinct()
                .sorted()
                .toList();
    }

    /// The other settings.
    static Map<String, Object> use(LibrarySettings settings) {
        return Map.of(
                "name", settings.name(),
                "default-jurisdiction", settings.defaultJurisdiction().code());
    }

    static Map<String, Object> recipe(ContractType contractType) {
        Map<String, Object> slots = new HashMap<>();
        contractType
                .slots()
                .forEach((name, slot) -> slots.put(name, List.of(ClauseLeaves.grammar(slot), ClauseLeaves.use(slot))));
        return Map.of(
                "id", contractType.id().value(),
                "title", contractType.title(),
                "description", contractType.description(),
                "jurisdictions", ClauseLeaves.texts(contractType.jurisdictions()),
                "slots", slots,
                "sections",
                        contractType.sections().stream()
                                .map(RecipeLeaves::section)
                                .toList());
    }

    private static Map<String, Object> section(Section section) {
        return Map.of(
                "heading", Objects.toString(section.heading(), ""),
                "items", section.items().stream().map(RecipeLeaves::item).toList());
    }

    private static Map<String, Object> item(Item item) {
        return Map.of(
                "family", item.family().value(),
                "optional", item.optional(),
                "included", item.included(),
                "title", item.title(),
                "when",
                        item.when().requirements().stream()
                                .map(RecipeLeaves::requirement)
                                .toList());
    }

    private static Map<String, Object> requirement(Requirement requirement) {
        return switch (requirement) {
            case Law(List<Jurisdiction> anyOf) -> Map.of("jurisdiction", ClauseLeaves.texts(anyOf));
            case Answer(String slot, List<String> anyOf) -> Map.of("slot", slot, "values", anyOf);
        };
    }
}
