package org.proviso.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Accepted;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.clause.SlotValue;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LeafReader;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibraryTrees.Proof;
import org.proviso.library.ProvenClause;
import org.proviso.library.SectionHeading;

/// The part of a library that a certificate shows, made of its leaves alone.
///
/// Of clauses with the same text, a verification takes the best by rules that are the same for the part as for
/// the whole; so what the whole library chose, this one chooses too.
final class ProvenLibrary {

    private static final ContractTypeId HEADINGS = new ContractTypeId("proven-headings");

    private final LibrarySnapshot snapshot;
    private final Map<String, SlotValue> values;

    private ProvenLibrary(LibrarySnapshot snapshot, Map<String, SlotValue> values) {
        this.snapshot = snapshot;
        this.values = values;
    }

    /// The clauses that the leaves say, headings and settings, and the certified values.
    ///
    /// @throws IllegalArgumentException saying which leaf or value cannot be what it says, or may not be used
    static ProvenLibrary of(Statement statement) {
        LibrarySettings settings = at(
                "The settings", () -> LeafReader.settings(statement.settings().leaf()));
        LeafReader reader = new LeafReader(settings.locale());
        SlotFormat format = new SlotFormat(settings.locale());
        Map<ClauseVersionId, ClauseVersion> clauses = new HashMap<>();
        Map<String, SlotValue> values = new HashMap<>();
        for (CertifiedSpan span : statement.spans()) {
            ClauseVersion clause = clause(statement, reader, span);
            if (clauses.put(clause.versionId(), clause) != null) {
                throw new IllegalArgumentException("The certificate names " + clause.versionId() + " twice.");
            }
            span.slots().forEach((name, written) -> {
                SlotValue value = value(format, clause, name, written);
                if (Slot.referenced(name) == null) {
                    values.put(name, value);
                }
            });
        }
        List<Section> sections = new ArrayList<>();
        for (Proof proof : statement.headings()) {
            SectionHeading heading = at("A heading", () -> LeafReader.heading(proof.leaf()));
            sections.add(new Section(heading.heading(), List.of(new Item(heading.family(), true, true, false))));
        }
        return new ProvenLibrary(
                new LibrarySnapshot(
                        settings,
                        clauses.values(),
                        List.of(new ContractType(HEADINGS, "", "", List.of(Jurisdiction.ANY), sections))),
                values);
    }

    private static ClauseVersion clause(Statement statement, LeafReader reader, CertifiedSpan span) {
        ProvenClause proven = at(
                "A leaf of " + span.clause(),
                () -> reader.clause(span.wording().leaf(), span.lifecycle().leaf()));
        if (!proven.clause().versionId().equals(span.clause())) {
            throw new IllegalArgumentException("The leaf at the span of " + span.clause() + " is of "
                    + proven.clause().versionId() + ".");
        }
        if (proven.isSuperseded(statement.asOf())) {
            throw new IllegalArgumentException(
                    span.clause() + " is superseded on " + statement.asOf() + ", the day of the certificate.");
        }
        return proven.clause();
    }

    /// A value that is written as it would be written again.
    private static SlotValue value(SlotFormat format, ClauseVersion clause, String name, String written) {
        Slot slot = at("A value", () -> clause.slot(name));
        if (slot == null) {
            throw new IllegalArgumentException(clause.versionId() + " has no slot of the name of a certified value.");
        }
        return switch (format.read(slot, written)) {
            case Accepted(SlotValue value) when format.write(slot, value).equals(written) -> value;
            case Accepted _ ->
                throw new IllegalArgumentException("The value of " + slot.name() + " is not written in its one form.");
            case Refused(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    private interface Reading<T> {
        T read();
    }

    private static <T extends @Nullable Object> T at(String place, Reading<T> reading) {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(place + " is refused: " + e.getMessage(), e);
        }
    }

    LibrarySnapshot snapshot() {
        return snapshot;
    }

    /// The certified values, which count as confirmed.
    Map<String, SlotValue> values() {
        return values;
    }
}
