package org.proviso.verification.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.proviso.verification.Verdict;

/// `-Dproviso.oracle.cases=100000 -Dproviso.seed=7 -Dproviso.features=all` looks further.
@DisplayName("The verifier and a naive one")
class CoverOracleTest {

    private static final long CASES = Long.getLong("proviso.oracle.cases", 4_000);
    private static final long SEED = Long.getLong("proviso.seed", 20_261_123);
    private static final Set<Feature> FEATURES = Feature.underTest();

    @Test
    void agreeOnRandomLibrariesAndDocuments() {
        List<Case> cases = LongStream.range(0, CASES)
                .parallel()
                .mapToObj(number -> Case.of(SEED + number, FEATURES))
                .filter(Objects::nonNull)
                .toList();

        String disagreements = cases.stream()
                .filter(each -> !each.agrees())
                .limit(3)
                .map(each -> each.shrunk(FEATURES))
                .collect(Collectors.joining("\n"));

        assertEquals("", disagreements, () -> count(cases, false) + " disagreements");
        assertTrue(cases.size() > CASES * 0.9, () -> "only " + cases.size() + " cases were small enough");
        Map<Verdict, Long> verdicts = cases.stream()
                .collect(Collectors.groupingBy(
                        each -> each.naive().verdict(), () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        for (Verdict verdict : Verdict.values()) {
            assertTrue(verdicts.getOrDefault(verdict, 0L) > CASES / 50, verdicts::toString);
        }
    }

    private static long count(List<Case> cases, boolean agreeing) {
        return cases.stream().filter(each -> each.agrees() == agreeing).count();
    }

    /// One question and both answers.
    private record Case(long seed, Question question, Answer naive, Answer verifier) {

        /// Null if there are too many covers to list, or the library cannot be verified against.
        static Case of(long seed, Set<Feature> features) {
            return of(seed, RandomQuestion.random(new Dice(new Random(seed)), features), features);
        }

        private static Case of(long seed, Question question, Set<Feature> features) {
            try {
                return new Case(seed, question, NaiveVerifier.answer(question, features), UnderTest.answer(question));
            } catch (NaiveCover.TooMany | IllegalArgumentException e) {
                return null;
            }
        }

        /// Which blocks stay covered behind a false table of contents is not said, only that it is rejected.
        boolean agrees() {
            boolean sameVerdict = naive.verdict() == verifier.verdict();
            boolean onlyTheVerdict =
                    naive.verdict() == Verdict.REJECTED && question.text().contains("Contents");
            return sameVerdict && (onlyTheVerdict || naive.equals(verifier));
        }

        String shrunk(Set<Feature> features) {
            Question small = Shrinker.shrink(question, smaller -> {
                Case other = of(seed, smaller, features);
                return other != null && !other.agrees();
            });
            return of(seed, small, features).described();
        }

        private String described() {
            String clauses = question.library().clauses().stream()
                    .map(clause -> clause.versionId() + " \"" + clause.title() + "\" " + clause.family() + " "
                            + clause.status() + " " + clause.validity() + " " + clause.jurisdictions() + " "
                            + clause.contracts() + " requires " + clause.requires() + " conflicts "
                            + clause.conflicts() + "\n    "
                            + clause.text().source().replace("\n", "\\n"))
                    .collect(Collectors.joining("\n  "));
            return "seed " + seed + "\n  " + clauses + "\n  recipes "
                    + question.library().contractTypes() + "\ndocument as of " + question.asOf() + ", "
                    + question.contractType() + ", " + question.jurisdiction() + "\n"
                    + question.text().indent(2)
                    + "values " + question.values() + "\nnaive    " + naive + "\nverifier " + verifier + "\n";
        }
    }
}
