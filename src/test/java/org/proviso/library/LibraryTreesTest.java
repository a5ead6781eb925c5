package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Status;
import org.proviso.library.LibraryTrees.Head;
import org.proviso.library.LibraryTrees.Proof;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.SampleLibrary;

class LibraryTreesTest {

    private static final LibrarySnapshot SAMPLE = SampleLibrary.library();
    private static final LeafReader READER = new LeafReader(SAMPLE.locale());

    @Test
    void everyLeafOfTheSampleLibraryProves() {
        LibraryTrees trees = SAMPLE.trees();

        for (ClauseVersion clause : SAMPLE.clauses()) {
            assertTrue(trees.wording(clause.versionId()).isIn(trees.wordings()));
            assertTrue(trees.lifecycle(clause.versionId()).isIn(trees.lifecycles()));
        }
        assertTrue(trees.settings().isIn(trees.frames()));
        assertEquals(trees.frames().size(), trees.headings().size() + 1);
        trees.headings().forEach(heading -> assertTrue(trees.heading(heading).isIn(trees.frames())));
    }

    @Test
    void noLeafProvesWithAChangedField() {
        LibraryTrees trees = SAMPLE.trees();

        for (ClauseVersion clause : SAMPLE.clauses()) {
            assertNoChangeProves(trees.wording(clause.versionId()), trees.wordings());
            assertNoChangeProves(trees.lifecycle(clause.versionId()), trees.lifecycles());
        }
        trees.headings().forEach(heading -> assertNoChangeProves(trees.heading(heading), trees.frames()));
    }

    private static void assertNoChangeProves(Proof proof, Head tree) {
        for (String field : proof.leaf().keySet()) {
            Map<String, Object> changed = new HashMap<>(proof.leaf());
            changed.put(field, proof.leaf().get(field) + "!");

            assertFalse(new Proof(changed, proof.index(), proof.path()).isIn(tree), field);
        }
    }

    @Test
    void theRootIsMadeOfTheFourTrees() {
        LibraryTrees trees = SAMPLE.trees();

        assertEquals(
                SAMPLE.root(), LibraryTrees.root(trees.wordings(), trees.lifecycles(), trees.frames(), trees.uses()));
    }

    @Test
    void theClausesOfTheSampleLibraryAreReadBackFromTheirLeaves() {
        for (ClauseVersion clause : SAMPLE.clauses()) {
            ProvenClause read = READER.clause(
                    SAMPLE.trees().wording(clause.versionId()).leaf(),
                    SAMPLE.trees().lifecycle(clause.versionId()).leaf());

            assertEquals(clause.versionId(), read.clause().versionId());
            assertEquals(clause.text(), read.clause().text());
            assertEquals(clause.requires(), read.clause().requires());
            assertEquals(clause.conflicts(), read.clause().conflicts());
        }
    }

    @Test
    void settingsAndHeadingsAreReadBackFromTheirLeaves() {
        LibraryTrees trees = SAMPLE.trees();

        assertEquals(
                SAMPLE.settings().id(),
                LeafReader.settings(trees.settings().leaf()).id());
        assertEquals(
                SAMPLE.locale(), LeafReader.settings(trees.settings().leaf()).locale());
        trees.headings()
                .forEach(heading -> assertEquals(
                        heading, LeafReader.heading(trees.heading(heading).leaf())));
    }

    @Test
    void noLeafSaysWhatOnlyTheDraftingSideMayKnow() {
        Set<String> secret = Set.of(
                "position",
                "guidance",
                "default",
                "ask",
                "category",
                "approved",
                "may-agree",
                "provenance",
                "contracts");

        for (ClauseVersion clause : SAMPLE.clauses()) {
            String leaves = CanonicalJson.write(
                            SAMPLE.trees().wording(clause.versionId()).leaf())
                    + CanonicalJson.write(
                            SAMPLE.trees().lifecycle(clause.versionId()).leaf());

            // A slot or column may have such a name; what it is declared as is an object.
            secret.forEach(field -> assertFalse(leaves.matches(".*\"" + field + "\":[^{].*"), field));
            assertTrue(clause.guidance().isEmpty() || !leaves.contains(clause.guidance()));
        }
    }

    @Test
    void aLeafWithAnythingThatIsNotReadIsRefused() {
        ClauseVersion clause = SAMPLE.clauses().stream()
                .filter(candidate -> !candidate.slots().isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, Object> wording = SAMPLE.trees().wording(clause.versionId()).leaf();
        Map<String, Object> lifecycle =
                SAMPLE.trees().lifecycle(clause.versionId()).leaf();
        List<Map<String, Object>> wordings = new ArrayList<>();
        wordings.add(with(wording, "guidance", ""));
        wordings.add(with(wording, "version", "1"));
        wordings.add(with(wording, "conspicuous", "false"));
        wordings.add(with(wording, "title", " " + wording.get("title")));
        wordings.add(with(wording, "text", wording.get("text") + "\n"));
        wordings.add(with(wording, "jurisdictions", "any"));
        wordings.add(with(wording, "jurisdictions", List.of()));
        wordings.add(with(wording, "slots", Map.of()));
        wordings.add(with(wording, "family", ""));
        wordings.add(with(wording, "version", 0));

        wordings.forEach(changed -> assertThrows(
                IllegalArgumentException.class, () -> READER.clause(changed, lifecycle), changed::toString));
        for (String field : lifecycle.keySet()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> READER.clause(wording, with(lifecycle, field, "nothing")),
                    field);
        }
        assertThrows(IllegalArgumentException.class, () -> READER.clause(wording, with(lifecycle, "position", "x")));
        assertThrows(IllegalArgumentException.class, () -> READER.clause(wording, with(lifecycle, "id", "other@1")));
    }

    private static Map<String, Object> with(Map<String, Object> leaf, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(leaf);
        changed.put(field, value);
        return changed;
    }

    /// Two ways to know whether a version is superseded, on libraries of random histories.
    @Test
    void aLeafSaysSupersededWhereTheSnapshotHasASuccessor() {
        long seed = 4;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            LibrarySnapshot library = history(random);
            for (ClauseVersion clause : library.clauses()) {
                Object superseded =
                        library.trees().lifecycle(clause.versionId()).leaf().get("superseded");
                for (int day = 1; day <= 12; day++) {
                    LocalDate asOf = LocalDate.of(2026, 1, day);
                    boolean expected = superseded.equals("always")
                            || (!superseded.equals("") && asOf.compareTo(LocalDate.parse(superseded.toString())) >= 0);

                    assertEquals(
                            expected,
                            library.successor(clause, asOf).isPresent(),
                            "seed " + seed + ", round " + round + ": " + clause.versionId() + " on " + asOf);
                }
            }
        }
    }

    private static LibrarySnapshot history(Random random) {
        List<ClauseFixture> versions = new ArrayList<>();
        for (int version = 1; version <= 4; version++) {
            int from = random.nextInt(12);
            versions.add(clause("a@" + version, "The parties agree to version " + version + ".")
                    .status(Status.values()[random.nextInt(3)])
                    .valid(
                            from == 0 ? null : "2026-01-%02d".formatted(from),
                            random.nextBoolean() ? null : "2026-01-%02d".formatted(from + 1 + random.nextInt(5))));
        }
        versions.add(clause("b@1", "The parties agree to another thing."));
        return ClauseFixture.snapshot(versions, List.of());
    }
}
