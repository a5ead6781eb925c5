package org.proviso.review;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Provenance;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySettings;

/// What a library says of its parts besides texts, in words by key, so that two can be compared. Keys without a value
/// are left out.
final class DescribedFields {

    private final SortedMap<String, String> fields = new TreeMap<>();

    private DescribedFields() {}

    static SortedMap<String, String> of(LibrarySettings settings) {
        DescribedFields described = new DescribedFields();
        described.put("id", settings.id());
        described.put("name", settings.name());
        described.put("language", settings.language());
        described.put("locale", settings.locale().toString());
        described.put("default-jurisdiction", settings.defaultJurisdiction().code());
        settings.lint()
                .switched()
                .forEach((rule, severity) -> described.put(
                        "lint.rules." + rule, severity.map(Object::toString).orElse("off")));
        described.put("lint.expiring-days", String.valueOf(settings.lint().expiringDays()));
        described.put("lint.names", list(settings.lint().names()));
        return described.fields;
    }

    static SortedMap<String, String> of(ClauseVersion clause, SlotFormat format) {
        DescribedFields described = new DescribedFields();
        described.put("title", clause.title());
        described.put("family", clause.family().value());
        described.put("category", clause.category());
        described.put("position", clause.position().toString());
        described.put("status", clause.status().toString());
        described.put("jurisdictions", list(clause.jurisdictions()));
        described.put("contracts", list(clause.contracts()));
        described.put("valid.from", text(clause.validity().from()));
        described.put("valid.until", text(clause.validity().until()));
        Approval approved = clause.approved();
        described.put("approved", approved == null ? "" : approved.by() + " on " + approved.on());
        described.put("may-agree", clause.mayAgree());
        described.put("conspicuous", String.valueOf(clause.conspicuous()));
        Provenance provenance = clause.provenance();
        described.put("source", provenance == null ? "" : provenance.source());
        described.put("licence", provenance == null ? "" : provenance.licence());
        described.put("defines", list(clause.defines()));
        described.put("uses", list(clause.uses()));
        described.put("requires", list(clause.requires()));
        described.put("conflicts", list(clause.conflicts()));
        described.put("guidance", clause.guidance());
        described.put("questions", String.join("; ", clause.questions()));
        clause.slots().forEach((name, slot) -> described.slot("slots." + name, slot, format));
        return described.fields;
    }

    static SortedMap<String, String> of(ContractType recipe, SlotFormat format) {
        DescribedFields described = new DescribedFields();
        described.put("title", recipe.title());
        described.put("description", recipe.description());
        described.put("jurisdictions", list(recipe.jurisdictions()));
        recipe.slots().forEach((name, slot) -> described.slot("slots." + name, slot, format));
        String before = "the beginning";
        for (Section section : recipe.sections()) {
            for (Item item : section.items()) {
                described.put("family " + item.family(), item(section, item) + ", after " + before);
                before = item.family().value();
            }
        }
        return described.fields;
    }

    private static String item(Section section, Item item) {
        String heading = section.heading();
        return (heading == null ? "without heading" : "under " + heading)
                + (item.optional() ? item.included() ? ", optional, included" : ", optional" : "")
                + (item.title() ? ", title" : "")
                + (item.when().requirements().isEmpty() ? "" : ", when " + item.when());
    }

    private void slot(String key, Slot slot, SlotFormat format) {
        put(key, slot.type().toString());
        put(key + ".ask", slot.ask());
        put(key + ".default", value(slot, slot.defaultValue(), format));
        put(key + ".min", value(slot, slot.min(), format));
        put(key + ".max", value(slot, slot.max(), format));
        if (slot.type().isFreeText()) {
            put(key + ".max-words", String.valueOf(slot.maxWords()));
        }
        put(key + ".choices", list(slot.choices()));
        slot.columns().forEach((name, column) -> slot(key + "." + name, column, format));
    }

    private static String value(Slot slot, @Nullable SlotValue value, SlotFormat format) {
        return value == null ? "" : format.write(slot, value);
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
