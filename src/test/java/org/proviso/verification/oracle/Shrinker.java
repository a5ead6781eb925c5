package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.SlotValue;

/// Takes clauses, values, blocks and words away from a question for as long as it stays interesting.
final class Shrinker {

    private Shrinker() {}

    static Question shrink(Question question, Predicate<Question> isInteresting) {
        Question smallest = question;
        boolean again = true;
        while (again) {
            Question smaller =
                    smallerOnes(smallest).filter(isInteresting).findFirst().orElse(null);
            again = smaller != null;
            smallest = smaller == null ? smallest : smaller;
        }
        return smallest;
    }

    private static Stream<Question> smallerOnes(Question question) {
        return Stream.of(
                        withoutAClause(question),
                        without(question, "\n\n"),
                        withoutAValue(question),
                        without(question, " "),
                        withoutWhatWasAsked(question))
                .flatMap(each -> each);
    }

    private static Stream<Question> withoutAClause(Question question) {
        List<ClauseVersion> clauses = List.copyOf(question.library().clauses());
        return clauses.stream().map(clause -> {
            List<ClauseVersion> rest = new ArrayList<>(clauses);
            rest.remove(clause);
            return question.withLibrary(
                    RandomLibrary.of(rest, List.copyOf(question.library().contractTypes())));
        });
    }

    private static Stream<Question> without(Question question, String separator) {
        List<String> parts = Arrays.asList(question.text().split(separator));
        return java.util.stream.IntStream.range(0, parts.size())
                .mapToObj(at -> {
                    List<String> rest = new ArrayList<>(parts);
                    rest.remove(at);
                    return String.join(separator, rest);
                })
                .filter(text -> !text.isBlank())
                .map(question::withText);
    }

    private static Stream<Question> withoutAValue(Question question) {
        return question.values().keySet().stream().sorted().map(name -> {
            Map<String, SlotValue> rest = new HashMap<>(question.values());
            rest.remove(name);
            return question.withValues(rest);
        });
    }

    private static Stream<Question> withoutWhatWasAsked(Question question) {
        return Stream.of(
                        question.withAsked(null, question.jurisdiction()),
                        question.withAsked(question.contractType(), null))
                .filter(other -> !other.equals(question));
    }
}
