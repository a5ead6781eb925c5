package org.proviso.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.Provenance;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.Validity;

/// The keys of a clause's front matter: what [ClauseReader] reads as the same clause. Keys that say what is so
/// anyway are left out, but for the status.
final class ClauseFields {

    /// The written form of a value is the same in every locale.
    private static final SlotFormat FORMAT = new SlotFormat(ContractLocale.EN_US);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private ClauseFields() {}

    /// The keys without the text, in the order of the format's table.
    static Map<String, Object> of(ClauseVersion clause) {
        ClauseFields all = new ClauseFields();
        all.put("id", clause.id().value());
        all.put("version", clause.versionId().version());
        all.put("title", clause.title());
        all.unless("family", clause.family().value(), clause.id().value());
        all.unless("category", clause.category(), "General");
        all.unless("position", clause.position().toString(), Position.PREFERRED.toString());
        all.unless("may-agree", clause.mayAgree(), ClauseVersion.ANYONE);
        all.put("status", clause.status().toString());
        all.unless("jurisdictions", texts(clause.jurisdictions()), List.of(Jurisdiction.ANY.code()));
        all.unless("contracts", texts(clause.contracts()), List.of());
        all.unless("valid", valid(clause.validity()), Map.of());
        all.approval(clause.approved());
        all.unless("conspicuous", clause.conspicuous(), false);
        all.unless("slots", slots(clause.slots()), Map.of());
        all.unless("defines", clause.defines(), List.of());
        all.unless("uses", clause.uses(), List.of());
        all.unless("requires", texts(clause.requires()), List.of());
        all.unless("conflicts", texts(clause.conflicts()), List.of());
        all.unless("guidance", clause.guidance(), "");
        all.unless("questions", clause.questions(), List.of());
        all.provenance(clause.provenance());
        return all.fields;
    }

    static Map<String, Object> slots(SortedMap<String, Slot> slots) {
        Map<String, Object> declarations = new LinkedHashMap<>();
        slots.forEach((name, slot) -> declarations.put(name, slot(slot)));
        return declarations;
    }

    private static Map<String, Object> slot(Slot slot) {
        ClauseFields all = new ClauseFields();
        all.put("type", slot.type().toString());
        all.unless("ask", slot.ask(), "");
        all.value("default", slot, slot.defaultValue());
        all.value("min", slot, slot.min());
        all.value("max", slot, slot.max());
        all.unless("max-words", slot.maxWords(), Slot.DEFAULT_MAX_WORDS);
        all.unless("choices", slot.choices(), List.of());
        if (slot.type() == SlotType.ROWS) {
            all.put("columns", slots(slot.columns()));
        }
        return all.fields;
    }

    private static Map<String, Object> valid(Validity validity) {
        ClauseFields days = new ClauseFields();
        days.unless("from", Objects.toString(validity.from(), ""), "");
        days.unless("until", Objects.toString(validity.until(), ""), "");
        return days.fields;
    }

    private void approval(@Nullable Approval approval) {
        if (approval != null) {
            ClauseFields all = new ClauseFields();
            all.put("by", approval.by());
            all.put("on", approval.on().toString());
            put("approved", all.fields);
        }
    }

    private void provenance(@Nullable Provenance provenance) {
        if (provenance != null) {
            unless("source", provenance.source(), "");
            unless("licence", provenance.licence(), "");
        }
    }

    private void value(String key, Slot slot, @Nullable SlotValue value) {
        if (value != null) {
            put(key, FORMAT.write(slot, value));
        }
    }

    private void put(String key, Object value) {
        fields.put(key, value);
    }

    private void unless(String key, Object value, Object absent) {
        if (!value.equals(absent)) {
            put(key, value);
        }
    }

    static List<String> texts(List<?> values) {
        List<String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
