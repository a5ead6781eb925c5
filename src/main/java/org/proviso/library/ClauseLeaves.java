package org.proviso.library;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Provenance;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.clause.Validity;

/// What the trees of a library say of one clause version: its wording, which never changes; its lifecycle,
/// which decides whether it may be used; and its use, which no certificate carries.
final class ClauseLeaves {

    /// The written form of a value is the same in every locale.
    private static final SlotFormat FORMAT = new SlotFormat(ContractLocale.EN_US);

    private ClauseLeaves() {}

    static Map<String, Object> wording(ClauseVersion clause) {
        Map<String, Object> slots = new HashMap<>();
        clause.slots().forEach((name, slot) -> slots.put(name, grammar(slot)));
        return Map.of(
                "id", clause.id().value(),
                "version", clause.versionId().version(),
                "title", clause.title(),
                "family", clause.family().value(),
                "jurisdictions", texts(clause.jurisdictions()),
                "slots", slots,
                "conspicuous", clause.conspicuous(),
                "text", clause.text().source());
    }

    static Map<String, Object> grammar(Slot slot) {
        Map<String, Object> columns = new HashMap<>();
        slot.columns().forEach((name, column) -> columns.put(name, grammar(column)));
        return Map.of(
                "type", slot.type().toString(),
                "min", written(slot, slot.min()),
                "max", written(slot, slot.max()),
                "max-words", slot.maxWords(),
                "choices", slot.choices(),
                "columns", columns);
    }

    /// @param supersededFrom the day from which a higher version is in its place, null if there is none, the
    ///     first of all days for always
    static Map<String, Object> lifecycle(ClauseVersion clause, @Nullable LocalDate supersededFrom) {
        Validity validity = clause.validity();
        return Map.of(
                "id", clause.versionId().toString(),
                "status", clause.status().toString(),
                "from", Objects.toString(validity.from(), ""),
                "until", Objects.toString(validity.until(), ""),
                "superseded", superseded(supersededFrom),
                "requires", texts(clause.requires()),
                "conflicts", texts(clause.conflicts()));
    }

    private static String superseded(@Nullable LocalDate from) {
        return LocalDate.MIN.equals(from) ? ProvenClause.ALWAYS : Objects.toString(from, "");
    }

    static Map<String, Object> use(ClauseVersion clause) {
        Map<String, Object> slots = new HashMap<>();
        clause.slots().forEach((name, slot) -> slots.put(name, use(slot)));
        Approval approved = clause.approved();
        Provenance provenance = clause.provenance();
        Map<String, Object> leaf = new HashMap<>();
        leaf.put("id", clause.versionId().toString());
        leaf.put("category", clause.category());
        leaf.put("position", clause.position().toString());
        leaf.put(
                "approved",
                approved == null
                        ? List.of()
                        : List.of(approved.by(), approved.on().toString()));
        leaf.put("may-agree", clause.mayAgree());
        leaf.put("provenance", provenance == null ? List.of() : List.of(provenance.source(), provenance.licence()));
        leaf.put("contracts", texts(clause.contracts()));
        leaf.put("defines", clause.defines());
        leaf.put("uses", clause.uses());
        leaf.put("guidance", clause.guidance());
        leaf.put("questions", clause.questions());
        leaf.put("slots", slots);
        return leaf;
    }

    static Map<String, Object> use(Slot slot) {
        Map<String, Object> columns = new HashMap<>();
        slot.columns().forEach((name, column) -> columns.put(name, use(column)));
        return Map.of("ask", slot.ask(), "default", written(slot, slot.defaultValue()), "columns", columns);
    }

    private static String written(Slot slot, @Nullable SlotValue value) {
        return value == null ? "" : FORMAT.write(slot, value);
    }

    static List<String> texts(List<?> values) {
        return values.isEmpty()
                ? List.of()
                : values.stream().map(Object::toString).toList();
    }
}
