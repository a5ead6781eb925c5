package org.proviso.testkit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue.Quantity;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;

/// A clause version for tests, approved, preferred and for any jurisdiction unless said otherwise; and the snapshot
/// that holds several.
public final class ClauseFixture {

    private final ClauseVersionId versionId;
    private final ClauseText text;
    private String title;
    private String family;
    private String category = "General";
    private String guidance = "";
    private List<String> questions = List.of();
    private Position position = Position.PREFERRED;
    private Status status = Status.APPROVED;
    private Validity validity = Validity.ALWAYS;
    private List<Jurisdiction> jurisdictions = List.of(Jurisdiction.ANY);
    private List<ContractTypeId> contracts = List.of();
    private List<FamilyId> requires = List.of();
    private List<ClauseId> conflicts = List.of();
    private final TreeMap<String, Slot> slots = new TreeMap<>();

    private String mayAgree = "anyone";
    private boolean conspicuous;

    private ClauseFixture(String versionId, String text) {
        this.versionId = ClauseVersionId.parse(versionId);
        this.text = ClauseText.parse(text);
        this.family = this.versionId.id().value();
        this.title = family.replace('.', ' ');
    }

    /// @param versionId such as `confidentiality.use@3`
    /// @param text its slots are of type text, its flags flags, its rows one to three; unless declared otherwise
    public static ClauseFixture clause(String versionId, String text) {
        return new ClauseFixture(versionId, text);
    }

    public ClauseFixture title(String title) {
        this.title = title;
        return this;
    }

    public ClauseFixture family(String family) {
        this.family = family;
        return this;
    }

    public ClauseFixture category(String category) {
        this.category = category;
        return this;
    }

    public ClauseFixture guidance(String guidance) {
        this.guidance = guidance;
        return this;
    }

    public ClauseFixture questions(String... questions) {
        this.questions = List.of(questions);
        return this;
    }

    public ClauseFixture position(String position) {
        this.position = Position.parse(position);
        return this;
    }

    public ClauseFixture status(Status status) {
        this.status = status;
        return this;
    }

    public ClauseFixture valid(@Nullable String from, @Nullable String until) {
        this.validity = new Validity(
                from == null ? null : LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
        return this;
    }

    public ClauseFixture jurisdictions(String... codes) {
        this.jurisdictions = Arrays.stream(codes).map(Jurisdiction::new).toList();
        return this;
    }

    public ClauseFixture contracts(String... ids) {
        this.contracts = Arrays.stream(ids).map(ContractTypeId::new).toList();
        return this;
    }

    public ClauseFixture requires(String... families) {
        this.requires = Arrays.stream(families).map(FamilyId::new).toList();
        return this;
    }

    public ClauseFixture conflicts(String... ids) {
        this.conflicts = Arrays.stream(ids).map(ClauseId::new).toList();
        return this;
    }

    /// Declares slots by more than a name; those that the text does not name are left out.
    public ClauseFixture slots(Slot... declared) {
        Arrays.stream(declared).forEach(slot -> slots.put(slot.name(), slot));
        return this;
    }

    public ClauseFixture mayAgree(String role) {
        this.mayAgree = role;
        return this;
    }

    public ClauseFixture conspicuous() {
        this.conspicuous = true;
        return this;
    }

    /// Rows of slots without default.
    public static Slot rows(String name, int min, int max, Slot... columns) {
        TreeMap<String, Slot> byName = new TreeMap<>();
        Arrays.stream(columns).forEach(column -> byName.put(column.name(), column));
        return new Slot(
                name,
                SlotType.ROWS,
                "",
                null,
                Quantity.count(min),
                Quantity.count(max),
                Slot.DEFAULT_MAX_WORDS,
                List.of(),
                byName);
    }

    private Slot slot(String name) {
        if (text.rowNames().contains(name)) {
            return rows(
                    name,
                    1,
                    3,
                    text.columnNames(name).stream()
                            .map(column -> Slot.of(column, SlotType.TEXT))
                            .toArray(Slot[]::new));
        }
        return Slot.of(name, text.flagNames().contains(name) ? SlotType.FLAG : SlotType.TEXT);
    }

    public ClauseVersion build() {
        slots.keySet().retainAll(text.slotNames());
        text.slotNames().forEach(name -> slots.putIfAbsent(name, slot(name)));
        return new ClauseVersion(
                versionId,
                title,
                new FamilyId(family),
                category,
                position,
                status,
                jurisdictions,
                contracts,
                validity,
                null,
                mayAgree,
                conspicuous,
                null,
                slots,
                List.of(),
                List.of(),
                requires,
                conflicts,
                guidance,
                questions,
                text);
    }

    /// A recipe of one section.
    public static ContractType recipe(String id, String... families) {
        List<Item> items = Arrays.stream(families)
                .map(family -> new Item(new FamilyId(family), false, true, false))
                .toList();
        return new ContractType(
                new ContractTypeId(id), id, "", List.of(new Jurisdiction("US-DE")), List.of(new Section("1", items)));
    }

    public static LibrarySnapshot snapshot(ClauseFixture... clauses) {
        return snapshot(List.of(clauses), List.of());
    }

    public static LibrarySnapshot snapshot(List<ClauseFixture> clauses, List<ContractType> recipes) {
        return new LibrarySnapshot(
                new LibrarySettings("test", "Test", "en", ContractLocale.EN_US, new Jurisdiction("US-DE")),
                clauses.stream().map(ClauseFixture::build).toList(),
                recipes);
    }

    /// The written ids, in the order given.
    public static List<String> written(Stream<ClauseVersionId> ids) {
        return ids.map(ClauseVersionId::toString).toList();
    }

    /// The id that is written so.
    public static ClauseId id(String written) {
        return new ClauseId(written);
    }
}
