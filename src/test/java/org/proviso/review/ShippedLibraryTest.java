package org.proviso.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.SampleLibrary;

/// The library that ships with Proviso is what its README says.
class ShippedLibraryTest {

    private static final LibrarySnapshot LIBRARY = SampleLibrary.library();
    private static final Collection<ClauseVersion> CLAUSES = LIBRARY.clauses();

    @Test
    void lintFindsNothing() throws IOException {
        assertEquals(
                List.of(),
                Lint.of(LibraryLoader.load(SampleLibrary.FOLDER), MarkdownReader::read, SampleLibrary.TODAY));
    }

    @Test
    void itIsLargeEnoughToBeginWith() {
        assertTrue(CLAUSES.size() >= 170, () -> CLAUSES.size() + " clause versions");
        Set<FamilyId> families = CLAUSES.stream().map(ClauseVersion::family).collect(Collectors.toSet());
        assertTrue(families.size() >= 75, () -> families.size() + " families");
        long ladders = families.stream().filter(ShippedLibraryTest::isLadder).count();
        assertTrue(ladders >= 40, () -> ladders + " families with more than one position");
        long superseded = CLAUSES.stream()
                .filter(clause -> LIBRARY.successor(clause, SampleLibrary.TODAY).isPresent())
                .count();
        assertTrue(superseded >= 10, () -> superseded + " superseded versions");
    }

    private static boolean isLadder(FamilyId family) {
        return LIBRARY.inForce(SampleLibrary.TODAY).stream()
                        .filter(clause -> clause.family().equals(family))
                        .map(ClauseVersion::position)
                        .distinct()
                        .count()
                > 1;
    }

    @Test
    void everyClauseSaysWhenToUseItAndThatItIsSampleText() {
        Set<String> silent = new TreeSet<>();
        for (ClauseVersion clause : CLAUSES) {
            if (clause.guidance().isEmpty()
                    || clause.approved() == null
                    || !clause.approved().by().equals("sample text, not reviewed by counsel")) {
                silent.add(clause.versionId().toString());
            }
        }
        assertEquals(Set.of(), silent);
    }
}
