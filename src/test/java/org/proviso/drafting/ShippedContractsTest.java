package org.proviso.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.SlotValue;
import org.proviso.document.MarkdownReader;
import org.proviso.library.Condition.State;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.SampleLibrary;
import org.proviso.testkit.SampleValues;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Every recipe of the shipped library, under every law, at every position, becomes a contract.
class ShippedContractsTest {

    private static final LibrarySnapshot LIBRARY = SampleLibrary.library();
    private static final Verifier VERIFIER = new Verifier(LIBRARY);
    private static final DraftingChain DRAFTING = new DraftingChain(LIBRARY, VERIFIER);

    /// A contract to draft: every family at one rank, or at its lowest one above that.
    ///
    /// @param positions those asked for, others changed where two clauses are declared to contradict each other
    /// @param include the optional families asked for
    /// @param rich whether flags are set and rows are several
    private record Plan(
            ContractType recipe,
            Jurisdiction law,
            SortedMap<FamilyId, Position> positions,
            SortedSet<FamilyId> include,
            boolean rich) {
        @Override
        public String toString() {
            return recipe.id() + " in " + law + (rich ? " with all options" : "") + " at " + positions;
        }
    }

    static Stream<ContractType> recipes() {
        return LIBRARY.contractTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyPositionUnderEveryLawBecomesAVerifiedContract(ContractType recipe) {
        assertEquals(Set.of("US-DE", "US-NY", "US-CA", "GB-EAW"), codes(recipe.jurisdictions()));
        Set<ClauseVersion> used = new HashSet<>();
        for (Plan plan : plans(recipe)) {
            Draft draft = draft(plan);

            assertEquals(Draft.Status.COMPLETE, draft.status(), plan::toString);
            assertTrue(draft.verification().isContract(), () -> plan + ": " + draft.verification());
            Verification verification = verify(plan, draft);
            assertEquals(Verdict.VERIFIED, verification.verdict(), () -> plan + ": " + verification.deviations());
            assertTrue(verification.isContract(), () -> plan + ": " + verification.completeness());
            draft.document().blocks().forEach(block -> used.add(block.clause()));
        }
        assertEquals(List.of(), missing(recipe, used));
    }

    /// The clauses in force that serve the recipe and stood in none of its contracts.
    private static List<String> missing(ContractType recipe, Set<ClauseVersion> used) {
        return recipe.jurisdictions().stream()
                .flatMap(law -> recipe.items()
                        .filter(item -> item.when().state(law, Map.of()) != State.FAILS)
                        .flatMap(item -> LIBRARY.ladder(item.family(), recipe.id(), law, SampleLibrary.TODAY).stream()))
                .distinct()
                .filter(clause -> !used.contains(clause))
                .map(clause -> clause.versionId().toString())
                .toList();
    }

    private static List<Plan> plans(ContractType recipe) {
        List<Plan> plans = new ArrayList<>();
        for (Jurisdiction law : recipe.jurisdictions()) {
            for (int rank = 0; rank < 3; rank++) {
                SortedMap<FamilyId, Position> positions = new TreeMap<>();
                for (Item item : possible(recipe, law)) {
                    List<ClauseVersion> ladder = ladder(recipe, law, item.family());
                    positions.put(
                            item.family(),
                            ladder.get(Math.min(rank, ladder.size() - 1)).position());
                }
                plans.add(plan(recipe, law, positions, Set.of(), true));
            }
            plans.add(plan(recipe, law, new TreeMap<>(), Set.of(), false));
            for (Item item : possible(recipe, law)) {
                for (ClauseVersion clause : ladder(recipe, law, item.family())) {
                    if (clause.position().rank() > 0) {
                        SortedMap<FamilyId, Position> one = new TreeMap<>(Map.of(item.family(), clause.position()));
                        plans.add(plan(recipe, law, one, Set.of(item.family()), false));
                    }
                }
            }
        }
        return plans;
    }

    private static List<Item> possible(ContractType recipe, Jurisdiction law) {
        return recipe.items()
                .filter(item -> item.when().state(law, Map.of()) == State.HOLDS)
                .toList();
    }

    private static List<ClauseVersion> ladder(ContractType recipe, Jurisdiction law, FamilyId family) {
        return LIBRARY.ladder(family, recipe.id(), law, SampleLibrary.TODAY);
    }

    /// Takes a clause for every family, those that are fixed first, that contradicts none taken before; an optional
    /// family without such a clause is left out.
    private static Plan plan(
            ContractType recipe,
            Jurisdiction law,
            SortedMap<FamilyId, Position> asked,
            Set<FamilyId> fixed,
            boolean rich) {
        SortedMap<FamilyId, Position> positions = new TreeMap<>(asked);
        SortedSet<FamilyId> include = new TreeSet<>();
        List<ClauseVersion> chosen = new ArrayList<>();
        List<Item> items = possible(recipe, law).stream()
                .sorted((one, other) -> Boolean.compare(!fixed.contains(one.family()), !fixed.contains(other.family())))
                .filter(item -> item.included() || asked.containsKey(item.family()))
                .toList();
        for (Item item : items) {
            List<ClauseVersion> ladder = ladder(recipe, law, item.family());
            Position position =
                    positions.getOrDefault(item.family(), ladder.getFirst().position());
            ClauseVersion clause = Stream.concat(
                            ladder.stream().filter(rung -> rung.position().equals(position)), ladder.stream())
                    .filter(rung -> chosen.stream().noneMatch(other -> conflict(rung, other)))
                    .findFirst()
                    .orElse(null);
            if (clause == null) {
                assertTrue(item.optional(), item::toString);
                positions.remove(item.family());
                continue;
            }
            chosen.add(clause);
            if (item.optional()) {
                include.add(item.family());
            }
            if (!clause.position().equals(position)) {
                positions.put(item.family(), clause.position());
            }
        }
        return new Plan(recipe, law, positions, include, rich);
    }

    private static boolean conflict(ClauseVersion one, ClauseVersion other) {
        return one.conflicts().contains(other.id()) || other.conflicts().contains(one.id());
    }

    /// Drafts until no question is open, flags set in rich contracts only.
    private static Draft draft(Plan plan) {
        SortedMap<String, String> values = new TreeMap<>();
        Draft draft = draft(plan, values);
        for (int round = 0; round < 3 && draft.status() == Draft.Status.NEEDS_INPUT; round++) {
            draft.questions()
                    .forEach(question -> values.putAll(
                            SampleValues.of(question.slot(), LIBRARY.slotFormat(), plan.rich(), plan.rich() ? 3 : 1)));
            draft = draft(plan, values);
        }
        return draft;
    }

    private static Draft draft(Plan plan, SortedMap<String, String> values) {
        return DRAFTING.draft(new DraftRequest(
                plan.recipe(),
                plan.law(),
                SampleLibrary.TODAY,
                values,
                plan.positions(),
                plan.include(),
                new TreeSet<>()));
    }

    private static Verification verify(Plan plan, Draft draft) {
        Map<String, SlotValue> values = new HashMap<>();
        draft.values().forEach((name, value) -> values.put(name, value.value()));
        return VERIFIER.verify(new VerificationRequest(
                MarkdownReader.read(draft.document().markdown()),
                SampleLibrary.TODAY,
                values,
                plan.recipe(),
                plan.law()));
    }

    private static Set<String> codes(Collection<Jurisdiction> jurisdictions) {
        Set<String> codes = new HashSet<>();
        jurisdictions.forEach(law -> codes.add(law.code()));
        return codes;
    }
}
