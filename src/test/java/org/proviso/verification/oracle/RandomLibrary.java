package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.Status;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;

/// Libraries of a few clauses that overlap: shared openings, prefixes, the same text under several ids,
/// versions in
/// and out of force.
final class RandomLibrary {

    static final List<String> FAMILIES = List.of("fa", "fb", "fc", "fd");
    private static final Slot[] SLOTS = Vocabulary.SLOTS.toArray(Slot[]::new);

    private final Dice dice;
    private final RandomTemplate templates;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> versions = new HashMap<>();

    private RandomLibrary(Dice dice, Set<Feature> features) {
        this.dice = dice;
        this.templates = new RandomTemplate(dice, features);
    }

    static LibrarySnapshot random(Dice dice, Set<Feature> features) {
        return new RandomLibrary(dice, features).build();
    }

    static LibrarySnapshot of(List<ClauseVersion> clauses, List<ContractType> recipes) {
        return new LibrarySnapshot(
                new LibrarySettings("test", "Test", "en", ContractLocale.EN_US, new Jurisdiction("US-DE")),
                clauses,
                recipes);
    }

    private LibrarySnapshot build() {
        List<ClauseVersion> clauses = new ArrayList<>();
        int count = dice.between(1, 7);
        for (int i = 0; i < count; i++) {
            clauses.add(clause());
        }
        return of(clauses, List.of(recipe("one"), recipe("two")));
    }

    private ClauseVersion clause() {
        String id = dice.of("ca", "cb", "cc", "cd", "ce");
        int version = versions.merge(id, 1, Integer::sum);
        String text = texts.isEmpty() || dice.chance(0.5) ? templates.text() : templates.like(dice.of(texts));
        texts.add(text);
        ClauseFixture clause = ClauseFixture.clause(id + "@" + version, text)
                .family(dice.of(FAMILIES))
                .title(dice.of(Vocabulary.HEADINGS))
                .slots(SLOTS)
                .status(dice.of(
                        Status.APPROVED,
                        Status.APPROVED,
                        Status.APPROVED,
                        Status.APPROVED,
                        Status.RETIRED,
                        Status.DRAFT));
        if (dice.chance(0.2)) {
            String from = dice.of(null, "2024-01-01", "2026-06-01");
            String until = dice.of(null, "2026-12-31", "2025-02-01");
            boolean isSpan = from == null || until == null || from.compareTo(until) < 0;
            clause.valid(from, isSpan ? until : null);
        }
        if (dice.chance(0.2)) {
            clause.jurisdictions(
                    dice.of(new String[] {"US-DE"}, new String[] {"GB-EAW"}, new String[] {"DE", "US-DE"}));
        }
        if (dice.chance(0.2)) {
            clause.contracts(dice.of("one", "two"));
        }
        if (dice.chance(0.08)) {
            clause.requires(dice.of(FAMILIES));
        }
        if (dice.chance(0.06)) {
            clause.conflicts(dice.of("ca", "cb", "cc"));
        }
        return clause.build();
    }

    private ContractType recipe(String id) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Item> items = FAMILIES.subList(i * 2, i * 2 + 2).stream()
                    .map(family -> new Item(new FamilyId(family), true, true, false))
                    .toList();
            sections.add(new Section(dice.of(null, dice.of(Vocabulary.HEADINGS)), items));
        }
        return new ContractType(new ContractTypeId(id), id, "", List.of(new Jurisdiction("US-DE")), sections);
    }
}
