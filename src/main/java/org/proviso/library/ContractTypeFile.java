package org.proviso.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Excerpt;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;

/// Reads `contracts/<contract-type>.yaml`.
final class ContractTypeFile {

    private ContractTypeFile() {}

    static Optional<LoadedContractType> read(String text, String fileName, ProblemSink sink, ContractLocale locale) {
        return YamlMap.parse(text, sink).flatMap(yaml -> {
            Optional<LoadedContractType> read = read(yaml, sink.file(), locale);
            read.map(loaded -> loaded.contractType().id())
                    .filter(id -> !fileName.equals(id + ".yaml"))
                    .ifPresent(id -> yaml.report(
                            "id", "The file is not named after its id " + id + ".", "Name it " + id + ".yaml."));
            return read;
        });
    }

    static Optional<LoadedContractType> read(YamlMap yaml, String file, ContractLocale locale) {
        ContractTypeId id = yaml.read("id", ContractTypeId::new);
        String title = yaml.text("title");
        String description = yaml.text("description");
        List<Jurisdiction> jurisdictions = yaml.list("jurisdictions", Jurisdiction::new);
        SortedMap<String, Slot> slots = slots(yaml, locale);
        List<Section> sections = new ArrayList<>();
        Map<FamilyId, Integer> lines = new HashMap<>();
        for (YamlMap section : yaml.maps("sections")) {
            sections.add(section(section, lines));
        }
        yaml.refuseUnknownKeys();
        if (jurisdictions.isEmpty()) {
            yaml.report("jurisdictions", "The recipe names no jurisdiction.", "Write `jurisdictions: [US-DE]`.");
        }
        if (sections.stream().allMatch(section -> section.items().isEmpty())) {
            yaml.report("sections", "The recipe names no family.", "Add `- clauses: [{family: …}]`.");
        }
        return id == null || title == null || description == null
                ? Optional.empty()
                : Optional.of(new LoadedContractType(
                        new ContractType(id, title, description, jurisdictions, slots, sections), yaml, file, lines));
    }

    private static SortedMap<String, Slot> slots(YamlMap yaml, ContractLocale locale) {
        SortedMap<String, Slot> slots = new TreeMap<>();
        yaml.map("slots").ifPresent(all -> {
            for (String name : all.names()) {
                all.map(name)
                        .map(slot -> SlotDeclaration.read(name, slot, locale))
                        .ifPresent(slot -> slots.put(name, slot));
            }
        });
        slots.values().stream()
                .filter(slot -> slot.type() == SlotType.ROWS)
                .forEach(slot -> yaml.report(
                        "slots",
                        "The slot \"" + slot.name() + "\" of the recipe is rows.",
                        "Declare rows in the clause that prints them."));
        return slots;
    }

    private static Section section(YamlMap yaml, Map<FamilyId, Integer> lines) {
        String heading = yaml.optionalText("heading");
        if (heading != null) {
            TemplateChecks.plain(heading)
                    .ifPresent(reason -> yaml.report("heading", reason, "Write plain words as the heading."));
        }
        Condition when = ConditionReader.read(yaml);
        List<Item> items = new ArrayList<>();
        for (YamlMap item : yaml.maps("clauses")) {
            @Nullable Item read = item(item, when);
            if (read != null) {
                items.add(read);
                lines.putIfAbsent(read.family(), item.line("family"));
            }
        }
        yaml.refuseUnknownKeys();
        return new Section(heading, items);
    }

    private static @Nullable Item item(YamlMap yaml, Condition section) {
        FamilyId family = yaml.read("family", FamilyId::new);
        boolean optional = yaml.flag("optional", false);
        boolean included = yaml.read("default", !optional, text -> one(text, "include", "exclude"));
        boolean title = yaml.read("style", false, text -> one(text, "title", "text"));
        Condition when = section.and(ConditionReader.read(yaml));
        yaml.refuseUnknownKeys();
        if (yaml.has("default") && !optional) {
            yaml.report("default", "A required family has no default.", "Add `optional: true` or remove `default`.");
        }
        return family == null ? null : new Item(family, optional, included, title, when);
    }

    private static boolean one(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" is neither \"" + yes + "\" nor \"" + no + "\".");
        }
        return text.equals(yes);
    }
}
