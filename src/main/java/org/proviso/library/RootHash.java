package org.proviso.library;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Provenance;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.clause.Validity;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.Requirement;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;

/// The root of a library: SHA-256 over three Merkle roots, of the wordings (what never changes under a version
/// number), of their lifecycle and use, and of the settings and recipes.
///
/// The leaves of the first tree are what a certificate carries to strangers, so they hold no position, guidance
/// or default.
final class RootHash {

    /// The written form of a value is the same in every locale.
    private static final SlotFormat FORMAT = new SlotFormat(ContractLocale.EN_US);

    private RootHash() {}

    static Root of(LibrarySettings settings, Wordings wordings, Collection<ContractType> contractTypes) {
        MessageDigest digest = MerkleTree.sha256();
        digest.update(MerkleTree.root(wordings.hashes()));
        digest.update(MerkleTree.root(wordings.clauses().parallelStream()
                .map(clause -> MerkleTree.leaf(CanonicalJson.write(lifecycle(clause))))
                .toList()));
        List<byte[]> recipes = new ArrayList<>(List.of(MerkleTree.leaf(CanonicalJson.write(settings(settings)))));
        contractTypes.forEach(contractType -> recipes.add(MerkleTree.leaf(CanonicalJson.write(recipe(contractType)))));
        digest.update(MerkleTree.root(recipes));
        return Root.of(digest.digest());
    }

    /// What never changes under a version's number, as RFC 8785 JSON: a leaf of the first tree.
    static String wordingLeaf(ClauseVersion clause) {
        return CanonicalJson.write(wording(clause));
    }

    private static Map<String, Object> wording(ClauseVersion clause) {
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

    private static Map<String, Object> grammar(Slot slot) {
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

    private static Map<String, Object> use(Slot slot) {
        Map<String, Object> columns = new HashMap<>();
        slot.columns().forEach((name, column) -> columns.put(name, use(column)));
        return Map.of("ask", slot.ask(), "default", written(slot, slot.defaultValue()), "columns", columns);
    }

    private static Map<String, Object> lifecycle(ClauseVersion clause) {
        Map<String, Object> slots = new HashMap<>();
        clause.slots().forEach((name, slot) -> slots.put(name, use(slot)));
        Validity validity = clause.validity();
        Approval approved = clause.approved();
        Map<String, Object> leaf = new HashMap<>();
        leaf.put("id", clause.versionId().toString());
        leaf.put("category", clause.category());
        leaf.put("position", clause.position().toString());
        leaf.put("status", clause.status().toString());
        leaf.put("from", Objects.toString(validity.from(), ""));
        leaf.put("until", Objects.toString(validity.until(), ""));
        leaf.put(
                "approved",
                approved == null
                        ? List.of()
                        : List.of(approved.by(), approved.on().toString()));
        leaf.put("may-agree", clause.mayAgree());
        Provenance provenance = clause.provenance();
        leaf.put("provenance", provenance == null ? List.of() : List.of(provenance.source(), provenance.licence()));
        leaf.put("contracts", texts(clause.contracts()));
        leaf.put("defines", clause.defines());
        leaf.put("uses", clause.uses());
        leaf.put("requires", texts(clause.requires()));
        leaf.put("conflicts", texts(clause.conflicts()));
        leaf.put("guidance", clause.guidance());
        leaf.put("slots", slots);
        return leaf;
    }

    private static Map<String, Object> settings(LibrarySettings settings) {
        return Map.of(
                "id", settings.id(),
                "name", settings.name(),
                "language", settings.language(),
                "locale", settings.locale().toString(),
                "default-jurisdiction", settings.defaultJurisdiction().code());
    }

    private static Map<String, Object> recipe(ContractType contractType) {
        Map<String, Object> slots = new HashMap<>();
        contractType.slots().forEach((name, slot) -> slots.put(name, List.of(grammar(slot), use(slot))));
        return Map.of(
                "id", contractType.id().value(),
                "title", contractType.title(),
                "description", contractType.description(),
                "jurisdictions", texts(contractType.jurisdictions()),
                "slots", slots,
                "sections",
                        contractType.sections().stream().map(RootHash::section).toList());
    }

    private static Map<String, Object> section(Section section) {
        return Map.of(
                "heading", Objects.toString(section.heading(), ""),
                "items", section.items().stream().map(RootHash::item).toList());
    }

    private static Map<String, Object> item(Item item) {
        return Map.of(
                "family", item.family().value(),
                "optional", item.optional(),
                "included", item.included(),
                "title", item.title(),
                "when",
                        item.when().requirements().stream()
                                .map(RootHash::requirement)
                                .toList());
    }

    private static Map<String, Object> requirement(Requirement requirement) {
        return switch (requirement) {
            case Law(List<Jurisdiction> anyOf) -> Map.of("jurisdiction", texts(anyOf));
            case Answer(String slot, List<String> anyOf) -> Map.of("slot", slot, "values", anyOf);
        };
    }

    private static String written(Slot slot, @Nullable SlotValue value) {
        return value == null ? "" : FORMAT.write(slot, value);
    }

    private static List<String> texts(List<?> values) {
        return values.isEmpty()
                ? List.of()
                : values.stream().map(Object::toString).toList();
    }
}
