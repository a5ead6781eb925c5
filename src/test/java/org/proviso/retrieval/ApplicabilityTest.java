package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.proviso.testkit.ClauseFixture.clause;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;

class ApplicabilityTest {

    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            clause("cap@1", "A cap.").questions("Old?"),
            clause("cap@2", "A cap of one year.").questions("How much?", "Is there a limit?"),
            clause("cap@3", "A draft of a cap.").status(Status.DRAFT).questions("Draft?"),
            clause("cap.england@1", "An English cap.").family("cap").questions("In England?"),
            clause("cap.higher@1", "A higher cap.")
                    .family("cap")
                    .position("fallback-1")
                    .questions("Can we go higher?", "How much?"),
            clause("fee@1", "A fee."));

    @Test
    void theQuestionsOfAPreferredClauseAreThoseOfItsFamily() {
        assertEquals(
                List.of("Can we go higher?", "How much?", "In England?", "Is there a limit?"), sorted("cap.higher@1"));
        assertEquals(List.of("How much?", "In England?", "Is there a limit?"), sorted("cap@2"));
        assertEquals(List.of("How much?", "In England?", "Is there a limit?"), sorted("cap.england@1"));
        assertEquals(List.of(), sorted("fee@1"));
    }

    @Test
    void itsOwnComeFirst() {
        assertEquals("Can we go higher?", questions("cap.higher@1").getFirst());
        assertEquals("In England?", questions("cap.england@1").getFirst());
    }

    private static List<String> sorted(String id) {
        return questions(id).stream().sorted().toList();
    }

    private static List<String> questions(String id) {
        return Applicability.questions(LIBRARY.clause(ClauseVersionId.parse(id)).orElseThrow(), LIBRARY);
    }
}
